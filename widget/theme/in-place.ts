/**
 * What opens over a page opens over its own specimen here: many dialogs stand open on this page at a time, and none of them
 * keeps the reader from the others. What takes the focus does not take the page along.
 */
export function openInPlace(): void {
  const { focus } = HTMLElement.prototype
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true })
  }
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute('open', '')
    this.style.zIndex = '2'
    // Where it has a place on the screen, that is told from another corner here.
    queueMicrotask(() => {
      if (!this.style.left) return
      const { left, top } = this.getBoundingClientRect()
      this.style.left = `${2 * Number.parseFloat(this.style.left) - left}px`
      this.style.top = `${2 * Number.parseFloat(this.style.top) - top}px`
    })
  }
}
