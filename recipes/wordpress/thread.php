<?php
/** Stands in the place of a theme’s comments.php. */
if (!defined('ABSPATH')) {
    exit;
}
echo parley_thread((int) get_the_ID());
