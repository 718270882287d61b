import HTTPTypes

/// The headers of every answer that make a hole elsewhere do less harm.
enum SecurityHeaders {
    static let policy = [
        "default-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "img-src 'self' data:", "object-src 'none'",
    ].joined(separator: "; ")

    static let referrerPolicy = HTTPField.Name.known("Referrer-Policy")
    private static let openerPolicy = HTTPField.Name.known("Cross-Origin-Opener-Policy")
    private static let resourcePolicy = HTTPField.Name.known("Cross-Origin-Resource-Policy")

    static func add(to headers: inout HTTPFields) {
        // At once rather than by doubling: the answers of streams stay for long.
        headers.reserveCapacity(headers.count + 8)
        headers[.contentSecurityPolicy] = policy
        headers[.xContentTypeOptions] = "nosniff"
        if headers[referrerPolicy] == nil { headers[referrerPolicy] = "same-origin" }
        headers[openerPolicy] = "same-origin"
        headers[resourcePolicy] = "same-origin"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "private, no-cache" }
    }
}
