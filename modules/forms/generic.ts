import type { Field, FormDefinition, Page, Text } from './definition.ts'

/** What a form is built from where a procedure has none of its own: its papers, by case. */
export type GenericSource = {
  readonly procedureCode: string
  readonly revisionNumber: number
  readonly name: string
  readonly isForOrganizations: boolean
  readonly cases: readonly {
    readonly name?: string | undefined
    readonly components: readonly {
      readonly code?: string | undefined
      readonly name: string
      readonly originals: number
      readonly copies: number
      /** There is a form for it: the answers here take its place. */
      readonly hasForm: boolean
    }[]
  }[]
}

const MOST_LABEL = 400

/**
 * Biểu mẫu chung: who asks, what for, the papers of the procedure case by case, how to receive the result, and the declaration.
 * Sound for every procedure; a form of its own asks better questions.
 */
export function genericForm(source: GenericSource): FormDefinition {
  const cases = source.cases.filter(({ components }) => components.length > 0)
  return {
    id: 'generic',
    procedure: source.procedureCode,
    title: { vi: source.name, en: source.name },
    source: 'Thành phần hồ sơ của thủ tục đã công bố',
    pages: [
      ...(source.isForOrganizations ? [WHO] : []),
      APPLICANT(source.isForOrganizations),
      request(cases),
      ...cases.map((one, at) => papersOf(one, at, cases.length)).filter(({ fields }) => fields.length > 0),
      RESULT,
      DECLARATION,
    ],
  }
}

const both = (vi: string, en: string): Text => ({ vi, en })

const WHO: Page = {
  id: 'who',
  title: both('Ai nộp hồ sơ', 'Who files'),
  fields: [
    {
      id: 'who',
      type: 'choice',
      label: both('Hồ sơ này của', 'This dossier is of'),
      options: [
        { value: 'person', text: both('Cá nhân', 'A person') },
        { value: 'organization', text: both('Tổ chức, doanh nghiệp', 'An organization or company') },
      ],
    },
  ],
}

function APPLICANT(asksWho: boolean): Page {
  return {
    id: 'applicant',
    title: both('Người nộp hồ sơ', 'The applicant'),
    fields: [
      ...(asksWho ? [ORGANIZATION] : []),
      {
        id: 'applicant',
        type: 'block',
        label: both('Người nộp hồ sơ', 'The applicant'),
        fields: [
          { id: 'name', type: 'name', label: both('Họ, chữ đệm, tên', 'Full name'), prefill: 'account.name' },
          {
            id: 'personalId',
            type: 'personal_id',
            label: both('Số định danh cá nhân', 'Personal identification number'),
            prefill: 'account.personalId',
          },
          {
            id: 'bornOn',
            type: 'date',
            label: both('Ngày sinh', 'Date of birth'),
            prefill: 'account.bornOn',
            period: 'past',
          },
          {
            id: 'residence',
            type: 'address',
            label: both('Địa chỉ', 'Address'),
            prefill: 'account.residence',
          },
          { id: 'phone', type: 'phone', label: both('Số điện thoại', 'Telephone'), prefill: 'account.phone' },
          {
            id: 'email',
            type: 'email',
            label: both('Thư điện tử', 'E-mail'),
            prefill: 'account.email',
            isOptional: true,
          },
        ],
      },
    ],
  }
}

const ORGANIZATION: Field = {
  id: 'organization',
  type: 'block',
  label: both('Tổ chức, doanh nghiệp', 'The organization'),
  when: { field: 'who', is: 'organization' },
  fields: [
    {
      id: 'name',
      type: 'text',
      label: both('Tên tổ chức', 'Name'),
      prefill: 'organization.name',
      maxLength: 300,
    },
    {
      id: 'taxCode',
      type: 'tax_code',
      label: both('Mã số thuế', 'Tax code'),
      prefill: 'organization.taxCode',
    },
  ],
}

function request(cases: GenericSource['cases']): Page {
  return {
    id: 'request',
    title: both('Nội dung đề nghị', 'What you ask for'),
    fields: [
      ...(cases.length > 1 ? [caseQuestion(cases)] : []),
      {
        id: 'request',
        type: 'long_text',
        label: both('Nội dung đề nghị', 'What you ask for'),
        hint: both('Nêu rõ việc cần cơ quan giải quyết.', 'Say what the agency should do.'),
      },
    ],
  }
}

function caseQuestion(cases: GenericSource['cases']): Field {
  return {
    id: 'case',
    type: 'choice',
    label: both('Trường hợp', 'Case'),
    options: cases.map(({ name }, at) => ({
      value: `case${at + 1}`,
      text: labelOf(name ?? `Trường hợp ${at + 1}`),
    })),
  }
}

function papersOf({ name, components }: GenericSource['cases'][number], at: number, count: number): Page {
  const fields = components
    .filter(({ originals, copies }) => originals + copies > 0)
    .map(
      (component, index): Field => ({
        id: `paper${at + 1}n${index + 1}`,
        type: 'files',
        label: labelOf(component.name),
        component: component.code ?? component.name,
        max: 10,
        // A form is answered here; a paper for some cases only is for those who are in that case.
        isOptional: component.hasForm || /nếu có|trường hợp|đối với|hoặc/iu.test(component.name),
      }),
    )
  return {
    id: `papers-${at + 1}`,
    title:
      count > 1 && name ? both(`Giấy tờ: ${clip(name)}`, `Papers: ${clip(name)}`) : both('Giấy tờ', 'Papers'),
    ...(count > 1 && { when: { field: 'case', is: `case${at + 1}` } as const }),
    fields,
  }
}

const RESULT: Page = {
  id: 'result',
  title: both('Nhận kết quả', 'Receiving the result'),
  fields: [
    {
      id: 'resultBy',
      type: 'choice',
      label: both('Nhận kết quả bằng cách nào', 'How to receive the result'),
      options: [
        {
          value: 'electronic',
          text: both('Bản điện tử, tải trên cổng này', 'Electronic copy, downloaded here'),
        },
        { value: 'counter', text: both('Tại nơi nộp hồ sơ', 'At the place of filing') },
        { value: 'post', text: both('Qua bưu chính', 'By post') },
      ],
    },
    {
      id: 'postalAddress',
      type: 'address',
      label: both('Địa chỉ nhận qua bưu chính', 'Address for the post'),
      when: { field: 'resultBy', is: 'post' },
    },
  ],
}

const DECLARATION: Page = {
  id: 'declaration',
  title: both('Cam đoan', 'Declaration'),
  fields: [
    {
      id: 'declaration',
      type: 'declaration',
      label: both('Cam đoan', 'Declaration'),
      hint: both(
        'Tôi cam đoan những nội dung khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.',
        'I declare that what I have stated is true, and answer for it before the law.',
      ),
    },
  ],
}

/** Names of papers are the law's own words: the same in both languages. */
function labelOf(name: string): Text {
  return both(clip(name), clip(name))
}

function clip(name: string): string {
  return name.length > MOST_LABEL ? `${name.slice(0, MOST_LABEL - 1)}…` : name
}
