import { Details, Layout, Table } from '#design'
import type { Shell } from '#platform/http'
import { type Description, type Operation, operationsOf, type Schema, typeWords } from './description.ts'
import { en, vi } from './text.ts'

const WORDS = { vi, en }
const EXAMPLES: Readonly<Record<string, string>> = {
  '/api/v1/procedures': '/api/v1/procedures?q=lam%20giay%20khai%20sinh',
  '/api/v1/procedures/{code}': '/api/v1/procedures/1.001193',
  '/api/v1/agencies': '/api/v1/agencies?q=y%20te',
  '/api/v1/agencies/{code}': '/api/v1/agencies/H26',
  '/api/v1/units': '/api/v1/units?level=province',
  '/api/v1/units/resolve': '/api/v1/units/resolve?name=phuong%20dich%20vong',
  '/api/v1/working-time': '/api/v1/working-time?from=2026-02-12T09:00&limit=3&unit=working_day',
}

export function ApiDocsPage({ shell, description }: { shell: Shell; description: Description }) {
  const text = WORDS[shell.lang]
  const operations = operationsOf(description)
  return (
    <Layout shell={shell} title={text.title} description={text.lead} crumbs={[{ text: text.title }]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        <a href="/api/v1/openapi.json">{text.machine}</a>
      </p>
      <ul>
        {text.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {(description.tags ?? []).map((tag) => (
        <section key={tag.name} id={tag.name}>
          <h2>
            {tag.name}: {tag.description}
          </h2>
          {operations
            .filter((operation) => operation.tag === tag.name)
            .map((operation) => (
              <OperationSection
                key={`${operation.method} ${operation.path}`}
                operation={operation}
                lang={shell.lang}
              />
            ))}
        </section>
      ))}
    </Layout>
  )
}

function OperationSection({ operation, lang }: { operation: Operation; lang: 'vi' | 'en' }) {
  const text = WORDS[lang]
  const { method, path, summary, parameters, answer } = operation
  const example = EXAMPLES[path]
  return (
    <section>
      <h3>
        <code>
          {method} {path}
        </code>
      </h3>
      <p lang="en">{summary}</p>
      {example && (
        <p>
          {text.try} <a href={example}>{example}</a>
        </p>
      )}
      {parameters.length > 0 && (
        <Table
          caption={text.parameters}
          columns={[{ head: text.name }, { head: text.kind }, { head: text.meaning }]}
          rows={parameters.map(({ name, required, schema, description }) => [
            <code key={name}>{name}</code>,
            typeWords(schema),
            [required && text.required, description ?? schema?.description].filter(Boolean).join('. ') || '–',
          ])}
        />
      )}
      {answer && (
        <Details summary={text.answer}>
          <Shape schema={answer} depth={0} />
        </Details>
      )}
    </section>
  )
}

const DEEPEST = 5

function Shape({ schema, depth }: { schema: Schema; depth: number }) {
  const inner = schema.items ?? schema
  if (!inner.properties || depth > DEEPEST) return null
  return (
    <ul>
      {Object.entries(inner.properties).map(([name, property]) => (
        <li key={name}>
          <code>{name}</code>{' '}
          <span class="quiet">{(property.items ?? property).properties ? '' : typeWords(property)}</span>{' '}
          {property.description}
          <Shape schema={property} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}
