import DjetModel
import DjetStore
import HTTPTypes

extension Visit {
    /// Why a browser that came this way would drop a session's cookie, and what to do, for the person; nil if it would
    /// keep it, as far as one can tell.
    var cookieProblem: String? {
        guard let authority, !LoopbackHost.isOne(authority), isPlain else { return nil }
        return """
            You reached this site by plain HTTP, at \(authority.beginning(260)). Browsers keep the cookie of a session over HTTPS, \
            or on the machine itself, alone: signing in cannot work here. Open the site by https://, which takes a \
            proxy that speaks HTTPS in front of it; or, on its own machine, by http://127.0.0.1.
            """
    }

    /// Throws `ModelError.forbidden` before a session begins whose cookie would be dropped.
    func refuseDroppedCookie() throws {
        if let problem = cookieProblem { throw ModelError.forbidden(problem) }
    }

    /// Whether it came by plain HTTP: what proxies say counts, then what the browser says of itself.
    private var isPlain: Bool {
        if let scheme = headers[.known("X-Forwarded-Proto")]?.lowercased() {
            return !scheme.hasPrefix("https")
        }
        if let forwarded = headers[.known("Forwarded")]?.lowercased(), forwarded.contains("proto=") {
            return !forwarded.contains("proto=https")
        }
        if let origin = headers[.origin], origin != "null" { return origin.hasPrefix("http://") }
        // Browsers send it over HTTPS, and on the machine itself, alone. A program that sends neither keeps cookies as
        // it likes.
        return wantsHTML && headers[.known("Sec-Fetch-Site")] == nil
    }
}
