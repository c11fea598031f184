<?php
/** The thread of one post. The post’s id names its article, so that a new slug changes nothing. */
if (!defined('ABSPATH')) {
    exit;
}
['origin' => $parley_origin, 'site' => $parley_site] = parley_settings();
wp_print_script_tag(['type' => 'module', 'src' => "$parley_origin/embed.js"]);
printf(
    '<parley-thread id="comments" site="%s" article="%d" url="%s" title="%s" lang="%s"></parley-thread>',
    esc_attr($parley_site),
    get_the_ID(),
    esc_url(get_permalink()),
    esc_attr(get_the_title()),
    esc_attr(get_bloginfo('language'))
);
