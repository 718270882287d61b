import DjetModel
import HTTPTypes

/// The cookie that holds a session's token.
///
/// Its name's prefix makes browsers insist on the rest: HTTPS (or loopback), this host alone, the whole site.
/// `HttpOnly` keeps it from scripts, `SameSite=Lax` from what other sites post.
enum SessionCookie {
    /// The header that sets it, for as long as a session can last.
    static func setting(_ token: String) -> String { header(token, seconds: 14 * 86_400) }

    /// The header that takes it away.
    static var clearing: String { header("", seconds: 0) }

    private static func header(_ value: String, seconds: Int) -> String {
        "\(Visitor.cookie)=\(value); Max-Age=\(seconds); Path=/; Secure; HttpOnly; SameSite=Lax"
    }
}

extension Reply {
    /// The same, in the session of whoever has just signed in.
    func signing(in signedIn: SignedIn) -> Reply {
        with(.setCookie, SessionCookie.setting(signedIn.token)).keptByNobody()
    }

    /// The same, in no session.
    func signingOut() -> Reply {
        with(.setCookie, SessionCookie.clearing).keptByNobody()
    }

    /// The same, which nobody keeps a copy of, and whose address no other is told: it tells a secret.
    func keptByNobody() -> Reply {
        with(.cacheControl, "no-store").with(SecurityHeaders.referrerPolicy, "no-referrer")
    }
}
