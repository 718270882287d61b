import DjetJSON
import DjetModel

/// The error responses of a site, as OpenAPI describes them.
enum OpenAPIProblem {
    /// Returns a route's error statuses, in ascending order.
    static func statuses(of route: Route, isOpen: Bool) -> [Int] {
        var statuses = [400, 401, 404, 429, 503] + route.problems
        if !isOpen || route.method != .get { statuses.append(403) }
        if route.answer.isNegotiated { statuses.append(406) }
        if route.method != .get { statuses += [409, 412, 422] }
        if !route.query.isEmpty || !route.path.parameterNames.isEmpty { statuses.append(422) }
        switch route.body {
        case .none: if route.method != .get { statuses.append(413) }
        case .value, .open: statuses += [413, 415]
        case .stream: statuses += [413, 415, 507]
        }
        return Set(statuses).sorted()
    }

    /// The schema of problem details (RFC 9457).
    static var schema: JSONValue {
        get throws { try Schema.of(Problem.self).openAPI }
    }

    /// The error responses by status, and the redirect that any node may become.
    static var responses: [String: JSONValue] {
        let moved: JSONValue = [
            "description": "The resource is at another address",
            "headers": ["Location": ["schema": ["type": "string"], "required": true]],
        ]
        return Dictionary(
            uniqueKeysWithValues: [("3XX", moved)]
                + meanings.map { status, meaning in
                    let content: JSONValue = [
                        Problem.mediaType: ["schema": ["$ref": "#/components/schemas/Problem"]],
                        MediaName.html: ["schema": ["type": "string"]],
                    ]
                    return ("\(status)", ["description": .text(meaning), "content": content])
                })
    }

    private static let meanings = [
        400: "The query, path or body cannot be read",
        401: "Authentication is missing, or the token is invalid",
        403: "You lack the right, a token is not allowed here, or a page of another site sent the request",
        404: "The resource does not exist, or is a job or ticket that you may not see",
        406: "No acceptable media type is available",
        409: "The request conflicts with the current state",
        412: "The resource has changed since you read it",
        413: "The request is too large",
        415: "The media type of the body is not supported",
        422: "The request can be read, but its values are invalid",
        429:
            "Too many attempts, or too much under way; Retry-After is the number of seconds to wait",
        503:
            "A needed service is unavailable, or the answer took too long; Retry-After is the number of seconds to wait",
        507: "Your stored files have reached their size limit",
    ]
}
