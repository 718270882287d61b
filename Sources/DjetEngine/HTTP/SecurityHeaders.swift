import HTTPTypes

/// What every answer says to browsers, so that a hole elsewhere does less harm.
enum SecurityHeaders {
    static let policy = [
        "default-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "img-src 'self' data:", "object-src 'none'",
    ].joined(separator: "; ")

    static func add(to headers: inout HTTPFields) {
        headers[.contentSecurityPolicy] = policy
        headers[.xContentTypeOptions] = "nosniff"
        headers[.known("Referrer-Policy")] = "same-origin"
        headers[.known("Cross-Origin-Opener-Policy")] = "same-origin"
        headers[.known("Cross-Origin-Resource-Policy")] = "same-origin"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "private, no-cache" }
    }
}
