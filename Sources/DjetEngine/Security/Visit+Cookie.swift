import DjetJSON
import DjetModel
import HTTPTypes

extension Visit {
    /// The reason why a browser would drop a session's cookie on this connection, and the remedy, for the
    /// person; nil if it would keep the cookie, as far as one can tell.
    var cookieProblem: String? {
        guard let authority, !authority.isEmpty, !LoopbackHost.isOne(authority), isPlain else { return nil }
        return """
            You opened this site over plain HTTP, at \(authority.beginning(260)). Browsers keep a session cookie only over HTTPS \
            or on the machine itself: signing in cannot work here. Open the site by https://, which needs an \
            HTTPS proxy in front of it; or, on its own machine, by http://127.0.0.1.
            """
    }

    /// Throws `ModelError.forbidden` if the browser would drop a new session's cookie.
    func refuseDroppedCookie() throws {
        if let problem = cookieProblem { throw ModelError.forbidden(problem) }
    }

    /// True if the request came by plain HTTP, going by the proxies' headers first, then by the browser's.
    private var isPlain: Bool {
        if let scheme = headers[.known("X-Forwarded-Proto")]?.lowercased() {
            return !scheme.hasPrefix("https")
        }
        if let forwarded = headers[.known("Forwarded")]?.lowercased(), forwarded.contains("proto=") {
            return !forwarded.contains("proto=https")
        }
        if let origin = headers[.origin], origin != "null" { return origin.hasPrefix("http://") }
        // Browsers send this header over HTTPS and on loopback only. Other programs keep cookies as they
        // like.
        return wantsHTML && headers[.known("Sec-Fetch-Site")] == nil
    }
}
