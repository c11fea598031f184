import { type ComponentType, createElement, Fragment, type Key } from 'preact'

/**
 * What JSX compiles to, in the place of `preact/jsx-runtime`: that one repeats Preact's maker of nodes, which every
 * reader would download a second time. Preact asks for inherited props, too; what a page has put on `Object.prototype` is
 * none of them: neither what it reads nor what it keeps inherits from there.
 */
const jsx = (type: ComponentType | string, props: object, key?: Key) => {
  const node = createElement(type as string, { __proto__: null, ...props, key })
  // biome-ignore lint/suspicious/noProto: the function for it is longer, and every reader downloads it
  ;(node.props as { __proto__: unknown }).__proto__ = null
  return node
}

export { Fragment, jsx, jsx as jsxs }
