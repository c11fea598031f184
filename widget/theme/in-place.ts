/**
 * What opens over a page opens over its own specimen here: many dialogs stand open on this page at a time, and none of them
 * keeps the reader from the others.
 */
export function openInPlace(): void {
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute('open', '')
    const paper = (this.getRootNode() as ShadowRoot).host?.closest('.paper')
    // Where it has a place on the screen, that is told from the sheet's corner.
    queueMicrotask(() => {
      if (!paper || !this.style.left) return
      const { left, top } = paper.getBoundingClientRect()
      this.style.left = `${Number.parseFloat(this.style.left) - left}px`
      this.style.top = `${Number.parseFloat(this.style.top) - top}px`
    })
  }
}
