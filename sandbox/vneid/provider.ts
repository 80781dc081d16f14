import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { addInteractions } from './interactions.ts'
import { Memory } from './memory.ts'
import { messagePage, signOutPage } from './pages.ts'
import { claimsOf } from './people.ts'
import { switches } from './switches.ts'
import { lateOrAbsent, wrongAnswers } from './wrong-answers.ts'

export type Client = {
  readonly id: string
  readonly secret: string
  readonly name: string
  /** Address of the portal, without a slash at the end. */
  readonly url: string
}

const CLAIMS = [
  'TechID',
  'LoaiTaiKhoan',
  'SoDinhDanh',
  'HoVaTen',
  'NgayThangNamSinh',
  'GioiTinh',
  'QuocTich',
  'HoChieu',
  'DanToc',
  'ThuongTru',
  'SoDienThoai',
  'ThuDienTu',
  'Cha',
  'Me',
  'IAL',
  'loAs',
  'MaSoThue',
  'TenDoanhNghiep',
  'NguoiDaiDien',
  'DiaChi',
  'userProfileUri',
  'logoutUri',
]
const HOUR_SECONDS = 3_600
const MINUTE_SECONDS = 60

/** An OpenID provider with one client, whose people are in `people.json`. Keys live as long as the process. */
export async function openProvider(issuer: string, client: Client): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'sandbox' }
  const provider = new Provider(issuer, {
    ...configuration(issuer),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        client_name: client.name,
        redirect_uris: [`${client.url}/dang-nhap/vneid/tra-loi`],
        post_logout_redirect_uris: [`${client.url}/dang-xuat/xong`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
  })
  provider.use(lateOrAbsent)
  provider.use(wrongAnswers(privateKey))
  addInteractions(provider)
  return provider
}

function configuration(issuer: string): Configuration {
  return {
    adapter: Memory,
    acrValues: ['LoA1', 'LoA2'],
    claims: { openid: ['sub', ...CLAIMS], acr: null, auth_time: null },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(form)
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = messagePage('Đã đăng xuất', 'Bạn đã đăng xuất VNeID trên máy này.')
        },
      },
    },
    findAccount: (ctx, sub) => accountOf(ctx, sub, issuer),
    interactions: { policy: policy(), url: (_ctx, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html'
      ctx.body = messagePage('Yêu cầu không hợp lệ', `${error}: ${description ?? ''}`)
    },
    ttl: {
      AccessToken: 5 * MINUTE_SECONDS,
      AuthorizationCode: MINUTE_SECONDS,
      Grant: HOUR_SECONDS,
      IdToken: 5 * MINUTE_SECONDS,
      Interaction: 15 * MINUTE_SECONDS,
      Session: HOUR_SECONDS,
    },
  }
}

/** The level that each account reached at its latest sign-in: an access token does not know it. */
const reached = new Map<string, string>()

function accountOf(ctx: KoaContextWithOIDC, sub: string, issuer: string) {
  const claims = claimsOf(sub)
  if (!claims) return undefined
  const { acr } = ctx.oidc.entities.AuthorizationCode ?? {}
  if (acr) reached.set(sub, acr)
  return {
    accountId: sub,
    // An ID token travels through addresses at sign-out, so it says who, and nothing about them, unless told otherwise.
    claims: (use: string) => ({
      sub,
      ...(use === 'id_token' && !switches.talkativeIdToken ? {} : claims),
      loAs: reached.get(sub) ?? 'LoA1',
      userProfileUri: `${issuer}/me`,
      logoutUri: `${issuer}/session/end`,
      ...switches.changedClaims[sub],
    }),
  }
}

/** Level 2 is asked for again whenever the session has not reached it. */
function policy(): interactionPolicy.DefaultPolicy {
  const { base, Check } = interactionPolicy
  const prompts = base()
  prompts.get('login')?.checks.add(
    new Check('level', 'a higher level is asked for', (ctx) => {
      const { params, session } = ctx.oidc
      const asked = params?.['acr_values']
      return typeof asked === 'string' && asked.includes('LoA2') && session?.acr !== 'LoA2'
        ? Check.REQUEST_PROMPT
        : Check.NO_NEED_TO_PROMPT
    }),
  )
  return prompts
}
