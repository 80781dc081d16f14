import { Layout, Table } from '#design'
import { sendPage } from '#platform/html'
import { type App, type Shell, shellOf } from '#platform/http'
import type { Lang, Words } from '#platform/lang'
import type { FieldSpec } from '../../field.ts'
import { DOSSIER_FIELDS, NOTICE_FIELDS, PROGRESS_FIELDS } from '../../specs/dossier.ts'
import { CREATE_FIELDS, STATE_FIELDS } from '../../specs/noi-ho-so.ts'
import { EVALUATION_FIELDS, STATISTICS_FIELDS } from '../../specs/reports.ts'

const vi = {
  title: 'Tài liệu kết nối',
  board: 'Chất lượng kết nối',
  lead: 'Trang này sinh ra từ chính các bảng mà cổng dùng để đọc bản tin.',
  how: 'Đăng nhập POST /VXPAdapter/RestService/forward/mapi/login {username, password} để lấy session (30 phút). Mọi dịch vụ gọi POST …/mapi/g với session, madonvi, service. Trả lời luôn là HTTP 200: error_code "0" là đã lưu; "3" là hồ sơ đã tồn tại; "1" là có mục sai, message nêu trường và MaHoSo, các mục đúng vẫn được lưu; "-1" là cả bản tin chưa được nhận.',
  columns: { name: 'Trường', type: 'Kiểu', limit: 'Giới hạn', to: 'Dùng vào việc' },
  types: {
    text: 'chuỗi',
    moment: 'thời điểm yyyyMMddHHmmss',
    whole: 'số nguyên',
    flag: 'True hoặc False',
    status: 'trạng thái 1 đến 10',
    list: 'danh sách',
    object: 'đối tượng',
  },
  required: 'bắt buộc',
  also: 'hoặc',
}

const en: typeof vi = {
  title: 'Reference for connecting',
  board: 'How well agencies are connected',
  lead: 'This page is made from the very tables by which the portal reads messages.',
  how: 'Log in with POST /VXPAdapter/RestService/forward/mapi/login {username, password} for a session of 30 minutes. Every service is POST …/mapi/g with session, madonvi and service. The answer is always HTTP 200: error_code "0" means stored; "3" that the dossier exists; "1" that an item is wrong, named with its field and MaHoSo, while the others are stored; "-1" that nothing was taken.',
  columns: { name: 'Field', type: 'Type', limit: 'Limit', to: 'What for' },
  types: {
    text: 'text',
    moment: 'moment yyyyMMddHHmmss',
    whole: 'whole number',
    flag: 'True or False',
    status: 'status 1 to 10',
    list: 'list',
    object: 'object',
  },
  required: 'required',
  also: 'or',
}

const words: Words<typeof vi> = { vi, en }

const SERVICES: readonly (readonly [string, readonly FieldSpec[]])[] = [
  ['DongBoHoSoMC', DOSSIER_FIELDS],
  ['CapNhatTienDoHoSoMC', PROGRESS_FIELDS],
  ['DongBoTrangThaiHoSo', NOTICE_FIELDS],
  ['DongBoDanhGia', EVALUATION_FIELDS],
  ['DongBoThongKeHoSo', STATISTICS_FIELDS],
  ['NoiHoSo: CreateDossier', CREATE_FIELDS],
  ['NoiHoSo: CapNhatTrangThai', STATE_FIELDS],
]

/** Tài liệu kết nối: every field of every service, as the program has it. */
export function referencePage(app: App): void {
  app.get('/ket-noi/tai-lieu', { config: { access: 'anyone' } }, async (request, reply) =>
    sendPage(reply, 200, <Reference shell={shellOf(request)} />),
  )
}

function Reference({ shell }: { shell: Shell }) {
  const text = words[shell.lang]
  return (
    <Layout
      shell={shell}
      title={text.title}
      crumbs={[{ text: text.board, href: '/ket-noi' }, { text: text.title }]}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>{text.how}</p>
      {SERVICES.map(([service, fields]) => (
        <section key={service}>
          <h2>{service}</h2>
          <Fields name={service} fields={fields} lang={shell.lang} />
          {fields.map(({ name, entry }) =>
            entry ? (
              <section key={name}>
                <h3>{name}</h3>
                <Fields name={`${service}: ${name}`} fields={entry} lang={shell.lang} />
              </section>
            ) : null,
          )}
        </section>
      ))}
    </Layout>
  )
}

function Fields({ name, fields, lang }: { name: string; fields: readonly FieldSpec[]; lang: Lang }) {
  const text = words[lang]
  return (
    <Table
      caption={name}
      hidesCaption
      columns={[
        { head: text.columns.name },
        { head: text.columns.type },
        { head: text.columns.limit },
        { head: text.columns.to },
      ]}
      rows={fields.map(({ name: field, aliases = [], type, limit, isRequired, goesTo }) => [
        <code key="name">{[field, ...aliases].join(` ${text.also} `)}</code>,
        isRequired ? `${text.types[type]}, ${text.required}` : text.types[type],
        limit === undefined ? '' : String(limit),
        <span key="to" lang="vi">
          {goesTo}
        </span>,
      ])}
    />
  )
}
