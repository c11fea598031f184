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

/** Whether Parley has the comments of a post. */
function parley_has(int $post): bool
{
    ['origin' => $origin, 'site' => $site] = parley_settings();
    return $origin !== '' && $site !== '' && comments_open($post);
}

/** The thread of a post. The post’s id names its article, so that a new slug changes nothing. */
function parley_thread(int $post): string
{
    ['origin' => $origin, 'site' => $site] = parley_settings();
    return wp_get_script_tag(['type' => 'module', 'src' => "$origin/embed.js"]) . sprintf(
        '<parley-thread id="comments" site="%s" article="%d" url="%s" title="%s" lang="%s"></parley-thread>',
        esc_attr($site),
        $post,
        esc_url(get_permalink($post)),
        esc_attr(get_the_title($post)),
        esc_attr(get_bloginfo('language'))
    );
}

/** In the place of a classic theme’s list and form. */
add_filter('comments_template', function (string $template): string {
    return parley_has((int) get_the_ID()) ? __DIR__ . '/thread.php' : $template;
}, 20);

/** Block themes have a block for them; what it stands on is the post of its context. */
foreach (['core/comments', 'core/comments-query-loop'] as $block) {
    add_filter("render_block_$block", function (string $html, array $block, WP_Block $instance): string {
        $post = (int) ($instance->context['postId'] ?? get_the_ID());
        return parley_has($post) ? parley_thread($post) : $html;
    }, 20, 3);
}
