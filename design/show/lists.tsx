import type { ComponentChildren } from 'preact'
import { useText } from '../language.tsx'

export type StepItem = { readonly title?: string; readonly children?: ComponentChildren }

/** Trình tự thực hiện: what happens, in order. */
export function StepList({ steps }: { steps: readonly StepItem[] }) {
  return (
    <ol class="steps">
      {steps.map((step, at) => (
        <li key={at}>
          {step.title && <p class="steps-title">{step.title}</p>}
          {step.children}
        </li>
      ))}
    </ol>
  )
}

export type TaskStatus = 'todo' | 'doing' | 'done' | 'blocked'

export type TaskItem = {
  readonly title: string
  /** Absent while the task cannot be started. */
  readonly href?: string | undefined
  readonly hint?: string | undefined
  readonly status: TaskStatus
}

/** Danh sách việc of a long form: few states, any order. */
export function TaskList({ items }: { items: readonly TaskItem[] }) {
  const text = useText()
  return (
    <ul class="tasks">
      {items.map((item, at) => {
        const id = `task-${at + 1}-status`
        return (
          <li key={item.title}>
            <div>
              {item.href ? (
                <a href={item.href} aria-describedby={id}>
                  {item.title}
                </a>
              ) : (
                <span>{item.title}</span>
              )}
              {item.hint && <p class="tasks-hint">{item.hint}</p>}
            </div>
            <strong id={id} class={`tasks-status tasks-status--${item.status}`}>
              {text.task[item.status]}
            </strong>
          </li>
        )
      })}
    </ul>
  )
}
