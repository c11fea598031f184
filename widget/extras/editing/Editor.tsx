import { Component, type ComponentType, createRef } from 'preact'
import type { CommentAnswer, ReviseRequest, Source } from '../../../server/contract.ts'
import type { Scene } from '../../embed/scene.ts'
import type { Writing } from '../../embed/writing.ts'
import { call, type Refusal } from '../../shared/call.ts'
import type { ToolbarProps } from '../format/Toolbar.tsx'
import type { EditorProps } from '../own/Standing.tsx'
import { draftOf, EMPTY, keepDraft } from '../present/drafts.ts'
import { editingWords } from './words.ts'

/** What it takes to write has come, or nothing of this would be drawn. */
const writingOf = (scene: Scene) => scene.writing as Writing

interface State {
  Toolbar: ComponentType<ToolbarProps> | null
  source: Source | null
  isSaving: boolean
  fault: string
}

/**
 * The field in which a reader changes a comment: it holds exactly what was typed, as the server keeps it. What cannot be
 * saved stays in it.
 */
export class Editor extends Component<EditorProps, State> {
  override state: State = { source: null, Toolbar: null, isSaving: false, fault: '' }
  /** Whom the new text calls beside those who were called before: the comment of each, by the name. */
  private called: Record<string, string> = {}
  private area = createRef<HTMLTextAreaElement>()
  private cancel = createRef<HTMLButtonElement>()

  override componentDidMount(): void {
    this.cancel.current!.focus()
    this.read()
  }

  /** Under what its draft is kept: an answer to no comment. */
  private get draft(): string {
    return `edit ${this.props.comment.id}`
  }

  private get path(): string {
    return `/api/comments/${encodeURIComponent(this.props.comment.id)}`
  }

  private async read(): Promise<void> {
    const { conversation } = this.props.scene
    this.setState({ fault: '' })
    try {
      const token = conversation.state.identity?.token
      const source = await conversation.read<Source>(`${this.path}/source`, {}, { token })
      if (source.left === 0) return this.refuse(editingWords(conversation).over)
      this.setState({ source }, () => {
        const area = this.area.current
        if (!area) return
        // What was begun before the page was left stands again.
        area.value = draftOf(conversation, this.draft).text || source.text
        area.focus()
        this.grow()
        // Marks can be typed, too.
        import('../format/Toolbar.tsx').then(
          ({ Toolbar }) => this.setState({ Toolbar }),
          () => {},
        )
      })
    } catch (error) {
      this.refuse(writingOf(this.props.scene).refusalWords(this.props.scene, error as Refusal))
    }
  }

  private refuse(fault: string): void {
    this.setState({ fault, isSaving: false })
    this.props.scene.say(fault)
  }

  /** What is typed is kept until it is saved or given up, as that of a new comment is. */
  private keep(text: string): void {
    keepDraft(this.props.scene.conversation, this.draft, { ...EMPTY, text })
  }

  private giveUp = () => {
    this.keep('')
    this.props.onClose()
  }

  private onInput = () => {
    const { value } = this.area.current!
    this.keep(value === this.state.source!.text ? '' : value)
    this.grow()
  }

  private grow = () => {
    const area = this.area.current!
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
  }

  private save = async () => {
    const { scene, onClose } = this.props
    const { source, isSaving } = this.state
    const { conversation } = scene
    if (!source || isSaving) return
    const text = this.area.current!.value
    this.setState({ isSaving: true, fault: '' })
    try {
      const names = Object.keys(this.called).filter(name => text.includes(`@${name}`))
      const mentions = names.length ? names.map(name => this.called[name]!) : undefined
      const body: ReviseRequest = { text, seen: source.version, mentions }
      const token = conversation.state.identity?.token
      const { origin } = conversation.place
      const sent = call<CommentAnswer>(origin, 'PATCH', this.path, { body, token, credentials: 'omit' })
      const { comment: now } = await writingOf(scene).first(conversation, sent)
      this.keep('')
      onClose(now, source.text)
    } catch (error) {
      this.refuse(writingOf(scene).refusalWords(scene, error as Refusal))
      this.area.current?.focus()
    }
  }

  private call = (name: string, id: string) => {
    this.called[name] = id
  }

  private onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.save()
    const isChanged = this.area.current && this.area.current.value !== this.state.source?.text
    if (event.key === 'Escape' && !event.defaultPrevented && !isChanged) this.giveUp()
  }

  private onSubmit = (event: Event) => {
    event.preventDefault()
    this.save()
  }

  render() {
    const { comment, scene } = this.props
    const { source, Toolbar, isSaving, fault } = this.state
    const words = editingWords(scene.conversation)
    const note = `edit-${comment.id}`
    return (
      <form
        class={fault ? 'composer wrong' : 'composer'}
        part="composer"
        style={{ margin: 'calc(2 * var(--space)) 0' }}
        onSubmit={this.onSubmit}
        onKeyDown={this.onKeyDown}
      >
        {source && (
          <textarea
            ref={this.area}
            rows={3}
            dir="auto"
            aria-label={words.label}
            aria-describedby={note}
            aria-invalid={fault !== ''}
            readOnly={isSaving}
            onInput={this.onInput}
          />
        )}
        <p
          id={note}
          class={fault ? 'note fault' : 'note'}
          style={source ? undefined : { paddingBlockStart: '0.625em' }}
        >
          {fault || (source ? '' : words.loading)}
        </p>
        {Toolbar && <Toolbar scene={scene} parent={null} area={this.area} call={this.call} />}
        <div class="row" style={{ justifyContent: 'flex-end' }}>
          <button ref={this.cancel} type="button" part="button" onClick={this.giveUp}>
            {words.cancel}
          </button>
          {source && (
            <button type="submit" part="button" class="post" aria-disabled={isSaving}>
              {isSaving ? words.saving : words.save}
            </button>
          )}
        </div>
      </form>
    )
  }
}
