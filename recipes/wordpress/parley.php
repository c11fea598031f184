<?php
/**
 * Plugin Name: Parley
 * Description: Puts a Parley thread in the place of the comments of posts and pages. Settings → Discussion has where it is.
 * Version: 0.1.0
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: MIT
 */

if (!defined('ABSPATH')) {
    exit;
}

/** Where Parley is, without a slash at the end, and the site’s id there; empty until they are set. */
function parley_settings(): array
{
    return [
        'origin' => untrailingslashit((string) get_option('parley_origin', '')),
        'site' => (string) get_option('parley_site', ''),
    ];
}

add_action('admin_init', function () {
    register_setting('discussion', 'parley_origin', ['sanitize_callback' => 'esc_url_raw']);
    register_setting('discussion', 'parley_site', ['sanitize_callback' => 'sanitize_key']);
    add_settings_section('parley', 'Parley', '__return_null', 'discussion');
    foreach (['origin' => 'Where Parley is reached', 'site' => 'The id of this site there'] as $name => $label) {
        add_settings_field("parley_$name", $label, function () use ($name) {
            printf(
                '<input class="regular-text" name="parley_%1$s" value="%2$s">',
                esc_attr($name),
                esc_attr(parley_settings()[$name])
            );
        }, 'discussion', 'parley');
    }
});

/** The thread, in the place of the theme’s list and form. */
add_filter('comments_template', function (string $template): string {
    ['origin' => $origin, 'site' => $site] = parley_settings();
    return $origin === '' || $site === '' || !comments_open() ? $template : __DIR__ . '/thread.php';
}, 20);
