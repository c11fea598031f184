import { join } from 'node:path'
import { type Bench, HOST_STYLE, type Recipe, STORIES } from './stand.ts'
import { writesBefore } from './visit.ts'

const other = (slug: string) => (slug === 'a' ? 'b' : 'a')
const stories = JSON.stringify(STORIES)
const before = (bench: Bench, path: string) =>
  writesBefore(bench.parley, bench.origin + path, 'Written before the build')

/** An application of one page, as Vite builds it; each address is answered with it. */
function builtByVite(bench: Bench, config: string, main: string, files: Record<string, string>) {
  bench.writes({
    'vite.config.js': config,
    'index.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stories</title>
      <style>${HOST_STYLE}</style></head><body><div id="app"></div>
      <script type="module" src="/src/${main}"></script></body></html>`,
    'src/stories.js': `export const STORIES = ${stories}`,
    ...files,
  })
  bench.runs('npm', ['exec', '--', 'vite', 'build'])
  for (const { slug } of STORIES) bench.copies(join(bench.folder, 'dist/index.html'), `dist/${slug}/index.html`)
  return { serves: { folder: join(bench.folder, 'dist') }, pages: ['/a', '/b'] as [string, string], isClient: true }
}

/** What comes from the npm registry. */
export const BUILT_BY_NPM: Recipe[] = [
  {
    name: 'react',
    async make(bench) {
      bench.installs(
        {
          vite: '8.3.8',
          '@vitejs/plugin-react': 'latest',
          react: '19.3.1',
          'react-dom': '19.3.1',
          'react-router': 'latest',
        },
        { type: 'module' },
      )
      const main = `import { createRoot } from 'react-dom/client'
        import { BrowserRouter, Link, Route, Routes, useParams } from 'react-router'
        import { Parley } from './Parley.jsx'
        import { STORIES } from './stories.js'
        function Story() {
          const { slug } = useParams()
          const story = STORIES.find(each => each.slug === slug)
          return <main><h1>{story.title}</h1><p>{story.body}</p>
            <p><Link to="/a">To a</Link> <Link to="/b">To b</Link></p>
            <Parley key={slug} site="daily" title={story.title} /></main>
        }
        createRoot(document.getElementById('app')).render(
          <BrowserRouter><Routes><Route path="/:slug" element={<Story />} /></Routes></BrowserRouter>)`
      const built = builtByVite(
        bench,
        `import react from '@vitejs/plugin-react'\nexport default { plugins: [react()] }`,
        'main.jsx',
        { 'src/main.jsx': main, 'src/Parley.jsx': bench.recipe('react/Parley.jsx') },
      )
      return {
        ...built,
        version: `${bench.has('react')} (Vite ${bench.has('vite')}, React Router ${bench.has('react-router')})`,
      }
    },
  },
  {
    name: 'vue',
    async make(bench) {
      bench.installs(
        { vite: '8.3.8', '@vitejs/plugin-vue': 'latest', vue: '3.5.45', 'vue-router': 'latest' },
        { type: 'module' },
      )
      const built = builtByVite(
        bench,
        `import vue from '@vitejs/plugin-vue'
        export default { plugins: [vue({ template: { compilerOptions: { isCustomElement: tag => tag.startsWith('parley-') } } })] }`,
        'main.js',
        {
          'src/main.js': `import { createApp } from 'vue'
            import { createRouter, createWebHistory } from 'vue-router'
            import App from './App.vue'
            import Story from './Story.vue'
            const router = createRouter({ history: createWebHistory(), routes: [{ path: '/:slug', component: Story }] })
            createApp(App).use(router).mount('#app')`,
          'src/App.vue': '<template><RouterView /></template>',
          'src/Story.vue': `<script setup>
            import { computed } from 'vue'
            import { useRoute } from 'vue-router'
            import Parley from './Parley.vue'
            import { STORIES } from './stories.js'
            const route = useRoute()
            const story = computed(() => STORIES.find(each => each.slug === route.params.slug))
            </script>
            <template><main><h1>{{ story.title }}</h1><p>{{ story.body }}</p>
            <p><RouterLink to="/a">To a</RouterLink> <RouterLink to="/b">To b</RouterLink></p>
            <Parley site="daily" :key="route.path" :title="story.title" /></main></template>`,
          'src/Parley.vue': bench.recipe('vue/Parley.vue'),
        },
      )
      return {
        ...built,
        version: `${bench.has('vue')} (Vite ${bench.has('vite')}, Vue Router ${bench.has('vue-router')})`,
      }
    },
  },
  {
    name: 'next',
    async make(bench) {
      bench.installs({
        next: '16.4.6',
        react: '19.3.1',
        'react-dom': '19.3.1',
        typescript: '5.9.3',
        '@types/react': '19',
        '@types/node': '24',
      })
      await before(bench, '/a')
      bench.writes({
        'app/layout.tsx': `import type { ReactNode } from 'react'
          export const metadata = { title: 'Stories' }
          export default function Layout({ children }: { children: ReactNode }) {
            return <html lang="en"><head><style>{${JSON.stringify(HOST_STYLE)}}</style></head><body>{children}</body></html>
          }`,
        'app/[slug]/page.tsx': `import Link from 'next/link'
          import { Parley } from '../../components/Parley'
          const STORIES = ${stories}
          type Props = { params: Promise<{ slug: string }> }
          export const dynamicParams = false
          export const generateStaticParams = () => STORIES.map(({ slug }) => ({ slug }))
          export async function generateMetadata({ params }: Props) {
            const { slug } = await params
            return { title: STORIES.find(each => each.slug === slug)!.title }
          }
          export default async function Story({ params }: Props) {
            const { slug } = await params
            const { title, body } = STORIES.find(each => each.slug === slug)!
            return <main><h1>{title}</h1><p>{body}</p><p><Link href="/a">To a</Link> <Link href="/b">To b</Link></p>
              <Parley site="daily" url={\`${bench.origin}/\${slug}\`} title={title} /></main>
          }`,
        'components/Parley.tsx': bench.recipe('next/Parley.tsx'),
      })
      bench.runs('rm', ['-rf', '.next'])
      bench.runs('npm', ['exec', '--', 'next', 'build'])
      const args = ['node_modules/next/dist/bin/next', 'start', '-p', String(bench.port)]
      return {
        version: bench.has('next'),
        serves: { command: process.execPath, args, env: { NODE_ENV: 'production' } },
        pages: ['/a', '/b'],
        isClient: true,
        isStatic: true,
      }
    },
  },
  {
    name: 'astro',
    async make(bench) {
      bench.installs({ astro: '7.3.5' }, { type: 'module' })
      await before(bench, '/a/')
      bench.writes({
        'astro.config.mjs': `export default { site: ${JSON.stringify(bench.origin)}, trailingSlash: 'always' }`,
        'src/pages/[slug].astro': `---
import { ClientRouter } from 'astro:transitions'
import Parley from '../components/Parley.astro'
export const getStaticPaths = () => ${stories}.map(story => ({ params: { slug: story.slug }, props: story }))
const { title, body } = Astro.props
---
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><ClientRouter /><style is:inline>${HOST_STYLE}</style></head>
<body><main><h1>{title}</h1><p>{body}</p><p><a href="/a/">To a</a> <a href="/b/">To b</a></p>
<Parley site="daily" title={title} isStatic /></main></body></html>`,
        'src/components/Parley.astro': bench.recipe('astro/Parley.astro'),
      })
      bench.runs('npm', ['exec', '--', 'astro', 'build'])
      return {
        version: bench.has('astro'),
        serves: { folder: join(bench.folder, 'dist') },
        pages: ['/a/', '/b/'],
        isClient: true,
        isStatic: true,
      }
    },
  },
  {
    name: 'docusaurus',
    async make(bench) {
      bench.installs({
        '@docusaurus/core': '3.10.2',
        '@docusaurus/preset-classic': '3.10.2',
        react: '19.3.1',
        'react-dom': '19.3.1',
      })
      bench.writes({
        'docusaurus.config.js': `module.exports = { title: 'Stories', url: ${JSON.stringify(bench.origin)}, baseUrl: '/',
          scripts: [{ src: '${bench.parley}/embed.js', type: 'module' }],
          presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]] }`,
        'src/components/Parley.jsx': bench.recipe('docusaurus/Parley.jsx'),
      })
      bench.writes({ 'docs/index.md': '---\nslug: /\n---\n# Stories\n' })
      for (const { slug, title, body } of STORIES) {
        const head = `---\ntitle: ${JSON.stringify(title)}\nslug: /${slug}\n---\n`
        bench.writes({ [`docs/${slug}.md`]: `${head}${body}\n\n[To ${other(slug)}](/${other(slug)})\n` })
      }
      bench.runs('rm', ['-rf', 'src/theme'])
      const swizzle = ['swizzle', '@docusaurus/theme-classic', 'DocItem/Footer', '--wrap']
      bench.runs('npm', ['exec', '--', 'docusaurus', ...swizzle, '--danger', '--javascript'])
      const wrapper = bench.runs('cat', ['src/theme/DocItem/Footer/index.js'])
      bench.writes({
        'src/theme/DocItem/Footer/index.js': `import Parley from '@site/src/components/Parley'\n${wrapper}`.replace(
          /<Footer {\.\.\.props} \/>/,
          '$& <Parley site="daily" />',
        ),
      })
      bench.runs('npm', ['exec', '--', 'docusaurus', 'build'])
      return {
        version: bench.has('@docusaurus/core'),
        serves: { folder: join(bench.folder, 'build') },
        pages: ['/a', '/b'],
        isClient: true,
        darkens: 'button[class*=toggleButton]',
      }
    },
  },
]
