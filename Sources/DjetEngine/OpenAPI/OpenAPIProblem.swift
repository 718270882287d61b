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
            "description": "It is elsewhere.",
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
        400: "The request makes no sense: a query, path or body that cannot be read.",
        401: "Sign in, or send a token; or the token that was sent is good for nothing.",
        403: "You may not do this, or not with a token, or a page of another site sent it.",
        404: "There is no such thing; or it is a job or a ticket that you may not know of.",
        406: "It cannot be had in a form that you accept.",
        409: "It cannot be done in the present state of things.",
        412: "It has changed since you read it.",
        413: "More was sent than is taken.",
        415: "A body of this type is not read here.",
        422: "What was asked for can be read, but makes no sense.",
        429:
            "There were too many attempts, or you have as much under way as one may: Retry-After says for how many seconds to wait.",
        503:
            "Something that is needed is out of reach at present, or the answer took too long; Retry-After says for how many seconds.",
        507: "Your stored files have as many bytes as they may have.",
    ]
}
