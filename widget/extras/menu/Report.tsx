import { Component, type ComponentType } from 'preact'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import type { PieceProps } from '../acts/acts.tsx'

type Form = ComponentType<{ comment: Shown; scene: Scene; onClose(isDone: boolean): void }>

/** The form of a report, fetched when somebody asks for it. */
export class Report extends Component<PieceProps, { Form: Form | null }> {
  override async componentDidMount(): Promise<void> {
    const { scene, turn, tell } = this.props
    try {
      const { ReportForm } = await import('../report/report.tsx')
      this.setState({ Form: ReportForm })
    } catch {
      tell(scene.words.loadFailed)
      scene.say(scene.words.loadFailed)
      turn(null)
    }
  }

  render() {
    const { comment, scene, turn } = this.props
    const { Form } = this.state
    return Form && <Form comment={comment} scene={scene} onClose={() => turn(null)} />
  }
}
