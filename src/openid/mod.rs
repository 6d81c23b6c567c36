//! The provider at which people of an organisation sign in (OpenID Connect): where they
//! are sent, and what its token says of them once it is verified. Knows no account.

mod caller;
mod settings;
mod signed_out;
mod token;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken,
    CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret,
    CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, LogoutRequest, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    ProviderMetadataWithLogout, RedirectUrl, RequestTokenError, Scope, TokenResponse,
};
use tokio::sync::Semaphore;

use self::caller::{Caller, is_safe};
pub use self::settings::Settings;
use crate::domain::Moment;
use crate::domain::account::Email;
use crate::domain::openid::{Claimed, LEEWAY_SECONDS, MINUTES, is_subject, shows_second_step};

/// For how many seconds the provider's addresses and keys are taken from memory.
const KEPT: i64 = 3_600;
/// How many seconds old they are at least before a signature by none of these keys has them
/// asked for again.
const KEPT_AT_LEAST: i64 = 60;
/// Calls at the same time; who comes then is told that the provider is away.
const AT_ONCE: usize = 8;
/// Words of sign-outs that are verified at the same time, apart from the calls above: anybody
/// may bring one, and keeps nobody from signing in.
const SIGN_OUTS_AT_ONCE: usize = 2;
/// How long others wait for that: a provider may tell of many at once, and never again.
const SIGN_OUT_WAITS: Duration = Duration::from_secs(5);
/// How tokens may be signed: by keys that the provider alone has.
const SIGNED_BY: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why nothing is known of who was sent to the provider. The words are for the log and
/// hold nothing of anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// It does not answer, or not as a provider does: later it may.
    Away(&'static str),
    /// What it answered is not to be believed.
    Wrong(&'static str),
    /// What it answered is of another time: clocks differ, or somebody waited.
    Clock,
}

/// What somebody takes along to the provider.
pub struct Asked<'a> {
    pub state: &'a str,
    pub nonce: &'a str,
    /// What proves that the code is brought by who asked for it.
    pub verifier: &'a str,
    /// They have to sign in there now, though they may be signed in.
    pub again: bool,
}

/// What somebody brings back from it.
pub struct Brought<'a> {
    pub code: &'a str,
    pub nonce: &'a str,
    pub verifier: &'a str,
}

/// The provider of an installation.
pub struct Provider {
    pub settings: Settings,
    /// Where people come back to who signed in.
    back: RedirectUrl,
    /// Where people come back to who signed out.
    out: PostLogoutRedirectUrl,
    caller: Caller,
    calls: Semaphore,
    sign_outs: Semaphore,
    known: Mutex<Known>,
}

/// What the provider said of itself with its keys, and when.
type Known = Option<(Moment, Arc<ProviderMetadataWithLogout>)>;

impl Provider {
    /// The provider of these settings; `back` and `out` are where people come back to who
    /// signed in and out. The error is one sentence.
    pub fn new(settings: Settings, (back, out): (String, String)) -> Result<Self, String> {
        let wrong = |_| "configuration: public_url is no address".to_owned();
        let back = RedirectUrl::new(back).map_err(wrong)?;
        let out = PostLogoutRedirectUrl::new(out).map_err(wrong)?;
        let caller = Caller::new(&settings.issuer)?;
        Ok(Self {
            settings,
            back,
            out,
            caller,
            calls: Semaphore::new(AT_ONCE),
            sign_outs: Semaphore::new(SIGN_OUTS_AT_ONCE),
            known: Mutex::default(),
        })
    }

    /// Where somebody is sent to sign in, as of an instant.
    pub async fn place(&self, asked: &Asked<'_>, now: Moment) -> Result<String, Failure> {
        let _call = self.calls.try_acquire().map_err(|_| BUSY)?;
        let known = self.known(KEPT, now).await?;
        let client = self.client(&known);
        let state = CsrfToken::new(asked.state.to_owned());
        let nonce = Nonce::new(asked.nonce.to_owned());
        let verifier = PkceCodeVerifier::new(asked.verifier.to_owned());
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let request = client
            .authorize_url(flow, move || state, move || nonce)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        let request = match asked.again {
            true => request
                .set_max_age(Duration::ZERO)
                .add_prompt(CoreAuthPrompt::Login),
            false => request,
        };
        let (place, _, _) = request.url();
        match is_safe(&place) {
            true => Ok(place.to_string()),
            false => Err(Failure::Away("its page is not https")),
        }
    }

    /// Where somebody is sent to sign out, who comes back with this state; nothing where the
    /// provider names no such place.
    pub async fn way_out(&self, state: &str, now: Moment) -> Result<Option<String>, Failure> {
        let _call = self.calls.try_acquire().map_err(|_| BUSY)?;
        // Nobody waits for news of the provider to sign out.
        let known = self.known(i64::MAX, now).await?;
        let Some(place) = known.additional_metadata().end_session_endpoint.clone() else {
            return Ok(None);
        };
        let place = LogoutRequest::from(place)
            .set_client_id(ClientId::new(self.settings.client_id.clone()))
            .set_post_logout_redirect_uri(self.out.clone())
            .set_state(CsrfToken::new(state.to_owned()))
            .http_get_url();
        match is_safe(&place) {
            true => Ok(Some(place.to_string())),
            false => Err(Failure::Away("its way out is not https")),
        }
    }

    /// What the provider says of somebody who is back, verified as of an instant.
    pub async fn claims(&self, brought: &Brought<'_>, now: Moment) -> Result<Claimed, Failure> {
        let _call = self.calls.try_acquire().map_err(|_| BUSY)?;
        let known = self.known(KEPT, now).await?;
        let client = self.client(&known);
        let code = AuthorizationCode::new(brought.code.to_owned());
        let request = client
            .exchange_code(code)
            .map_err(|_| Failure::Away("it names no place for codes"))?
            .set_pkce_verifier(PkceCodeVerifier::new(brought.verifier.to_owned()));
        let answer = request.request_async(&self.caller).await;
        let answer = answer.map_err(|problem| match problem {
            RequestTokenError::Request(_) => Failure::Away("it takes no codes"),
            _ => Failure::Wrong("the code"),
        })?;
        let id_token = answer.id_token().ok_or(Failure::Wrong("no token"))?;
        let nonce = Nonce::new(brought.nonce.to_owned());
        let claims = match verified(&client, id_token, (&nonce, now)) {
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                // It may have begun to sign with another key, under no name or the same.
                let known = self.known(KEPT_AT_LEAST, now).await?;
                verified(&self.client(&known), id_token, (&nonce, now))
            }
            found => found,
        };
        let claims = claims.map_err(|problem| failure(&problem))?;
        if !is_subject(claims.subject().as_str()) {
            return Err(Failure::Wrong("the subject of the token"));
        }
        let told = (
            claims.email().map(|email| email.as_str()),
            claims.email_verified(),
        );
        let email = match told {
            (Some(email), said) if self.settings.believes(said) => Email::parse(email).ok(),
            (Some(_), _) => None,
            (None, _) => self.email(&client, answer.access_token(), claims).await,
        };
        let session = token::session(&id_token.to_string());
        Ok(claimed(claims, (email, session)))
    }

    /// The address that counts of somebody whose token names none, where the provider tells
    /// it elsewhere.
    async fn email(
        &self,
        client: &Client,
        access: &AccessToken,
        claims: &CoreIdTokenClaims,
    ) -> Option<Email> {
        let subject = claims.subject().clone();
        let request = client.user_info(access.clone(), Some(subject)).ok()?;
        let told: CoreUserInfoClaims = request.request_async(&self.caller).await.ok()?;
        let counts = self.settings.believes(told.email_verified());
        let email = told.email().filter(|_| counts)?;
        Email::parse(email.as_str()).ok()
    }

    /// What the provider says of itself with its keys, asked for again where it is so many
    /// seconds old, or of later than now.
    async fn known(
        &self,
        at_most: i64,
        now: Moment,
    ) -> Result<Arc<ProviderMetadataWithLogout>, Failure> {
        if let Some((at, known)) = &*self.held()
            && (*at..at.plus_seconds(at_most)).contains(&now)
        {
            return Ok(known.clone());
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone());
        let issuer = issuer.map_err(|_| Failure::Away("its address"))?;
        let asked = ProviderMetadataWithLogout::discover_async(issuer, &self.caller).await;
        let known = Arc::new(asked.map_err(|_| Failure::Away("it tells nothing of itself"))?);
        *self.held() = Some((now, known.clone()));
        Ok(known)
    }

    fn held(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn client(&self, known: &ProviderMetadataWithLogout) -> Client {
        let secret = self.settings.client_secret.as_str();
        let secret = (!secret.is_empty()).then(|| ClientSecret::new(secret.to_owned()));
        let id = ClientId::new(self.settings.client_id.clone());
        let takes = known.token_endpoint_auth_methods_supported();
        let basic =
            takes.is_none_or(|ways| ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let client = CoreClient::from_provider_metadata(known.clone(), id, secret)
            .set_redirect_uri(self.back.clone());
        match basic {
            true => client,
            false => client.set_auth_type(AuthType::RequestBody),
        }
    }
}

const BUSY: Failure = Failure::Away("too many ask at once");

/// What a token says, if it was signed by the provider, for us, for this sign-in, and now.
fn verified<'t>(
    client: &Client,
    token: &'t CoreIdToken,
    (nonce, now): (&Nonce, Moment),
) -> Result<&'t CoreIdTokenClaims, ClaimsVerificationError> {
    token.claims(&verifier(client, now), nonce)
}

/// What tells whether a token was signed by the provider, for us, and now.
fn verifier(client: &Client, now: Moment) -> CoreIdTokenVerifier<'_> {
    let seconds = now.micros() / 1_000_000;
    let latest = seconds.saturating_add(LEEWAY_SECONDS);
    let earliest = seconds.saturating_sub(MINUTES * 60 + LEEWAY_SECONDS);
    let behind = now.plus_seconds(-LEEWAY_SECONDS);
    client
        .id_token_verifier()
        .set_allowed_algs(SIGNED_BY)
        .set_time_fn(move || machine_time(behind).into())
        .set_issue_time_verifier_fn(
            move |at| match (earliest..=latest).contains(&at.timestamp()) {
                true => Ok(()),
                false => Err("issued at another time".to_owned()),
            },
        )
}

fn machine_time(at: Moment) -> SystemTime {
    let micros = u64::try_from(at.micros()).unwrap_or(0);
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}

fn claimed(
    claims: &CoreIdTokenClaims,
    (email, session): (Option<Email>, Option<String>),
) -> Claimed {
    let methods = claims.auth_method_refs().into_iter().flatten();
    let class = claims.auth_context_ref().map(|class| class.as_str());
    let at = claims.auth_time().map(|at| at.timestamp());
    Claimed {
        issuer: claims.issuer().as_str().to_owned(),
        subject: claims.subject().as_str().to_owned(),
        session,
        email,
        signed_in_at: at.map(|seconds| Moment::from_micros(0).plus_seconds(seconds)),
        second_step: shows_second_step(methods.map(|method| method.as_str()), class),
    }
}

/// What is wrong with a token, without what it says.
fn failure(problem: &ClaimsVerificationError) -> Failure {
    Failure::Wrong(match problem {
        ClaimsVerificationError::Expired(_) => return Failure::Clock,
        ClaimsVerificationError::InvalidAudience(_) => "the audience of the token",
        ClaimsVerificationError::InvalidIssuer(_) => "the issuer of the token",
        ClaimsVerificationError::InvalidNonce(_) => "the nonce of the token",
        ClaimsVerificationError::SignatureVerification(_) => "the signature of the token",
        _ => "the token",
    })
}
