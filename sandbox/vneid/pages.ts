import { type Html, html } from './html.ts'
import { type Organization, organizations, type Person, people } from './people.ts'

/** The page around every page. Says in each of them that this is no real VNeID. */
function page(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · VNeID thử nghiệm</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p class="name">VNeID <span>thử nghiệm</span></p>
<p>Hệ thống giả lập. Người và tổ chức ở đây không có thật.</p></header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`.html
}

/** Whom to sign in as, instead of a password or a code to scan. */
export function choosePage(action: string, level: 1 | 2, client: string): string {
  return page(
    'Đăng nhập VNeID',
    html`<p><strong>${client}</strong> yêu cầu xác thực <strong>mức ${level}</strong>. Chọn người để đăng nhập.</p>
<form method="post" action="${action}/login">
<h2>Công dân</h2>
<ul class="people">${people.filter((one) => one.nationality === 'VN').map(personItem)}</ul>
<h2>Người nước ngoài</h2>
<ul class="people">${people.filter((one) => one.nationality !== 'VN').map(personItem)}</ul>
<h2>Doanh nghiệp, tổ chức</h2>
<ul class="people">${organizations.map(organizationItem)}</ul>
</form>
${abortForm(action)}`,
  )
}

function personItem(person: Person): Html {
  const family = person.father ?? person.mother
  const facts = [`sinh ${bornText(person.born)}`, `mức ${person.level}`, family && `con của ${family.name}`]
  return item(person.techId, person.name, facts)
}

function organizationItem({ techId, name, taxCode, representative }: Organization): Html {
  return item(techId, name, [`mã số thuế ${taxCode}`, `người đại diện: ${representative.name}`])
}

function item(techId: string, name: string, facts: readonly (string | undefined)[]): Html {
  return html`<li><button name="who" value="${techId}"><strong>${name}</strong>
<span>${facts.filter(Boolean).join(', ')}</span></button></li>`
}

/** Level 2: the person confirms in the app, with the chip of the card and the face. Here it is one press. */
export function confirmPage(action: string, who: { techId: string; name: string }): string {
  return page(
    'Xác nhận mức 2',
    html`<p>Đăng nhập mức 2 cho <strong>${who.name}</strong>.</p>
<p>Ở VNeID thật, bạn mở ứng dụng, chạm thẻ căn cước và nhìn vào máy ảnh. Ở đây chỉ cần bấm nút.</p>
<form method="post" action="${action}/confirm"><input type="hidden" name="who" value="${who.techId}">
<button class="main">Xác nhận mức 2</button></form>
<form method="post" action="${action}/other"><button class="quiet">Đăng nhập bằng người khác</button></form>
${abortForm(action)}`,
  )
}

export function levelTooLowPage(action: string, name: string): string {
  return page(
    'Tài khoản chưa đạt mức 2',
    html`<p>Tài khoản của <strong>${name}</strong> mới ở mức 1. Để lên mức 2, hãy đến cơ quan công an làm thủ tục.</p>
<form method="post" action="${action}/unmet"><button class="main">Quay lại nơi yêu cầu</button></form>
<form method="post" action="${action}/other"><button class="quiet">Đăng nhập bằng người khác</button></form>`,
  )
}

const GIVEN = [
  'Họ và tên, ngày sinh, giới tính, quốc tịch',
  'Số định danh hoặc số hộ chiếu',
  'Nơi thường trú, số điện thoại, thư điện tử',
  'Cha, mẹ (với trẻ em)',
  'Với tổ chức: tên, mã số thuế, người đại diện, địa chỉ',
]

/** What the client gets, in plain words. */
export function consentPage(action: string, client: string, name: string): string {
  return page(
    'Chia sẻ thông tin',
    html`<p><strong>${client}</strong> muốn nhận thông tin của <strong>${name}</strong>:</p>
<ul>${GIVEN.map((line) => html`<li>${line}</li>`)}</ul>
<form method="post" action="${action}/consent"><button class="main">Đồng ý chia sẻ</button></form>
${abortForm(action)}`,
  )
}

export function signOutPage(form: string): string {
  return page(
    'Đăng xuất VNeID',
    html`<p>Bạn có muốn đăng xuất cả VNeID trên máy này không? Nên đăng xuất khi dùng máy chung.</p>
${{ html: form }}
<button class="main" form="op.logoutForm" name="logout" value="yes">Đăng xuất VNeID</button>
<button class="quiet" form="op.logoutForm">Vẫn giữ đăng nhập</button>`,
  )
}

export function messagePage(title: string, message: string): string {
  return page(title, html`<p>${message}</p>`)
}

function abortForm(action: string): Html {
  return html`<form method="post" action="${action}/abort"><button class="quiet">Dừng và quay lại</button></form>`
}

function bornText(born: string): string {
  return born.length === 4 ? born : `${born.slice(6)}/${born.slice(4, 6)}/${born.slice(0, 4)}`
}
