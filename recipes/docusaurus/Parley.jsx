// src/components/Parley.jsx; then swizzle once: npx docusaurus swizzle @docusaurus/theme-classic DocItem/Footer --wrap
// and put <Parley site="daily" /> below <Footer {...props} />.
import BrowserOnly from '@docusaurus/BrowserOnly'
import { useLocation } from '@docusaurus/router'
import { useColorMode } from '@docusaurus/theme-common'
import { useEffect } from 'react'

export default function Parley(props) {
  return <BrowserOnly>{() => <Thread {...props} />}</BrowserOnly>
}

function Thread({ site, origin = 'https://comments.example.org' }) {
  const { pathname } = useLocation()
  const { colorMode } = useColorMode()
  useEffect(() => {
    import(/* webpackIgnore: true */ `${origin}/embed.js`)
  }, [origin])
  return <parley-thread key={pathname} site={site} theme={colorMode} />
}
