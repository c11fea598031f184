import { join } from 'node:path'
import { freePort } from '../runtime/free-port.ts'
import { type Bench, HOST_STYLE, type Made, type Recipe, Running, STORIES } from './stand.ts'
import { writesBefore } from './visit.ts'

const other = (slug: string) => (slug === 'a' ? 'b' : 'a')
const linkTo = (slug: string) => `<p><a href="/${slug}/">To ${slug}</a></p>`

/** What Debian has, and plain HTML, which needs nothing. */
export const FROM_DEBIAN: Recipe[] = [
  {
    name: 'html',
    async make(bench) {
      for (const { slug, title, body } of STORIES) {
        const escaped = title.replace('&', '&amp;').replace('<', '&lt;')
        const page = bench
          .recipe('html/index.html')
          .replaceAll('A story', escaped)
          .replace('Once upon a time.', `${body} <a href="/${other(slug)}/">To ${other(slug)}</a>`)
          .replace('</head>', `<style>${HOST_STYLE}</style></head>`)
        bench.writes({ [`public/${slug}/index.html`]: page })
      }
      return { version: '5', serves: { folder: join(bench.folder, 'public') }, pages: ['/a/', '/b/'], isClient: false }
    },
  },
  {
    name: 'hugo',
    needs: { hugo: 'hugo' },
    async make(bench) {
      await writesBefore(bench.parley, `${bench.origin}/a/`, 'Written before the build')
      bench.writes({
        'hugo.toml': `baseURL = "${bench.origin}/"\nlanguageCode = "en-GB"\ntitle = "Stories"
          disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
          [params.parley]\norigin = "${bench.parley}"\nsite = "daily"\nstatic = true`,
        'layouts/_default/single.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
          <style>${HOST_STYLE}</style></head><body><main><h1>{{ .Title }}</h1>{{ .Content }}
          {{ partial "parley.html" . }}</main></body></html>`,
        'layouts/index.html': '<title>{{ site.Title }}</title>',
        'layouts/partials/parley.html': bench.recipe('hugo/parley.html'),
      })
      for (const { slug, title, body } of STORIES)
        bench.writes({
          [`content/${slug}.md`]: `${JSON.stringify({ title })}\n\n${body} [To ${other(slug)}](/${other(slug)}/)\n`,
        })
      bench.runs('hugo', ['--destination', 'public'])
      const version = /v([\d.]+)/.exec(bench.runs('hugo', ['version']))![1]!
      return {
        version,
        serves: { folder: join(bench.folder, 'public') },
        pages: ['/a/', '/b/'],
        isClient: false,
        isStatic: true,
      }
    },
  },
  {
    name: 'jekyll',
    needs: { jekyll: 'jekyll' },
    async make(bench) {
      bench.writes({
        '_config.yml': `url: ${bench.origin}\npermalink: pretty\nparley: { origin: "${bench.parley}", site: daily }\n`,
        '_layouts/post.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ page.title | escape }}</title>
          <style>${HOST_STYLE}</style></head><body><main><h1>{{ page.title | escape }}</h1>{{ content }}
          {% include parley.html %}</main></body></html>`,
        '_includes/parley.html': bench.recipe('jekyll/parley.html'),
      })
      for (const { slug, title, body } of STORIES)
        bench.writes({
          [`${slug}.md`]: `---\nlayout: post\ntitle: ${JSON.stringify(title)}\n---\n${body} [To ${other(slug)}](/${other(slug)}/)\n`,
        })
      bench.runs('jekyll', ['build'])
      const version = bench.runs('jekyll', ['--version']).replace('jekyll ', '')
      return { version, serves: { folder: join(bench.folder, '_site') }, pages: ['/a/', '/b/'], isClient: false }
    },
  },
  // One theme of templates, and one of blocks: they draw comments by different ways.
  ...['twentytwentyone', 'twentytwentythree'].map(theme => ({
    name: theme === 'twentytwentyone' ? 'wordpress' : 'wordpress-blocks',
    needs: { php: 'php-cli php-mysql wordpress wordpress-theme-twentytwenty{one,three}', mariadbd: 'mariadb-server' },
    make: (bench: Bench) => byWordPress(bench, theme),
  })),
]

/** WordPress over a MariaDB of its own, both of which are made anew. */
async function byWordPress(bench: Bench, theme: string): Promise<Made> {
  bench.runs('rm', ['-rf', 'site', 'db'])
  bench.runs('cp', ['-rL', '/usr/share/wordpress', 'site'])
  bench.writes({
    'site/wp-config.php': `<?php
      define('DB_NAME', 'stories'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
      define('DB_HOST', 'localhost:${join(bench.folder, 'db/socket')}');
      define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
      define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
      define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', '${join(bench.folder, 'debug.log')}');
      $table_prefix = 'wp_';
      if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
      require_once ABSPATH . 'wp-settings.php';`,
    'site/wp-content/plugins/parley/parley.php': bench.recipe('wordpress/parley.php'),
    'site/wp-content/plugins/parley/thread.php': bench.recipe('wordpress/thread.php'),
    'install.php': `<?php
      define('WP_INSTALLING', true);
      $_SERVER['HTTP_HOST'] = 'localhost:${bench.port}';
      require_once __DIR__ . '/site/wp-load.php';
      require_once ABSPATH . 'wp-admin/includes/upgrade.php';
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      function wp_new_blog_notification() {}
      wp_install('Stories', 'owner', 'owner@example.org', true, '', wp_generate_password());
      foreach (['siteurl', 'home'] as $name) update_option($name, '${bench.origin}');
      update_option('permalink_structure', '/%postname%/');
      update_option('active_plugins', ['parley/parley.php']);
      update_option('parley_origin', '${bench.parley}/');
      update_option('parley_site', 'daily');
      switch_theme('${theme}');
      wp_set_current_user(1);
      kses_remove_filters();
      foreach (json_decode(file_get_contents(__DIR__ . '/stories.json'), true) as $story) wp_insert_post($story);
      flush_rewrite_rules();`,
    'stories.json': JSON.stringify(
      STORIES.map(({ slug, title, body }) => ({
        post_status: 'publish',
        comment_status: 'open',
        post_name: slug,
        post_title: title,
        post_content: `<!-- wp:html --><p>${body}</p>${linkTo(other(slug))}<style>${HOST_STYLE}</style><!-- /wp:html -->`,
      })),
    ),
  })
  bench.runs('mariadb-install-db', [
    `--datadir=${join(bench.folder, 'db')}`,
    '--auth-root-authentication-method=normal',
    '--user=root',
  ])
  const port = String(await freePort())
  const data = join(bench.folder, 'db')
  const settings = [`--datadir=${data}`, `--socket=${data}/socket`, `--port=${port}`, '--bind-address=127.0.0.1']
  const database = Running.of('mariadbd', ['--no-defaults', '--user=root', ...settings])
  await database.says(/ready for connections/)
  bench.runs('mariadb', ['--no-defaults', `--socket=${data}/socket`, '-e', 'CREATE DATABASE stories'])
  bench.runs('php', ['install.php'])
  const version = bench.runs('php', [
    '-r',
    'require "site/wp-includes/version.php"; echo $wp_version, " (PHP ", PHP_VERSION, ")";',
  ])
  return {
    version: `${version}, theme ${theme}`,
    serves: {
      command: 'php',
      args: ['-S', `localhost:${bench.port}`, '-t', 'site'],
      env: { PHP_CLI_SERVER_WORKERS: '4' },
    },
    pages: ['/a/', '/b/'],
    isClient: false,
    ends: () => database.ends(),
  }
}
