// src/components/Parley.jsx; then swizzle once: npx docusaurus swizzle @docusaurus/theme-classic DocItem/Footer --wrap --danger
// and put <Parley site="daily" /> below <Footer {...props} />. In docusaurus.config.js:
// scripts: [{ src: 'https://comments.example.org/embed.js', type: 'module' }]
import BrowserOnly from '@docusaurus/BrowserOnly'
import { useLocation } from '@docusaurus/router'
import { useColorMode } from '@docusaurus/theme-common'

export default function Parley(props) {
  return <BrowserOnly>{() => <Thread {...props} />}</BrowserOnly>
}

function Thread({ site }) {
  const { pathname } = useLocation()
  const { colorMode } = useColorMode()
  return <parley-thread key={pathname} site={site} theme={colorMode} />
}
