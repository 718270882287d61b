import DjetModel
import HTTPTypes

/// The cookie that holds a session's token.
///
/// Its name's prefix makes browsers insist on HTTPS (or loopback), this host alone, and the whole site.
/// `HttpOnly` keeps it from scripts, `SameSite=Lax` from other sites' posts.
enum SessionCookie {
    /// Returns the header that sets the cookie for the longest life of a session, 14 days.
    static func setting(_ token: String) -> String { header(token, seconds: 14 * 86_400) }

    /// The header that removes the cookie.
    static var clearing: String { header("", seconds: 0) }

    private static func header(_ value: String, seconds: Int) -> String {
        "\(Visitor.cookie)=\(value); Max-Age=\(seconds); Path=/; Secure; HttpOnly; SameSite=Lax"
    }
}

extension Reply {
    /// Returns the reply with the cookie of the session that has just begun.
    func signing(in signedIn: SignedIn) -> Reply {
        with(.setCookie, SessionCookie.setting(signedIn.token)).noStore()
    }

    /// Returns the reply with the session's cookie removed.
    func signingOut() -> Reply {
        with(.setCookie, SessionCookie.clearing).noStore()
    }
}
