/// From where somebody calls the model, for the audit and for the throttle of signing in.
struct CallerAddress: Sendable {
    let text: String?
}

/// The API token with which a program calls the model, for the rules of the tree: it may no more than the token.
struct CallerToken: Sendable {
    let id: Int64?
}

extension Model {
    /// From where the person calls on whose behalf the model acts; nil if that is not known, or if it is a
    /// command.
    public var address: String? { (try? service(CallerAddress.self))?.text }

    /// The same environment for somebody at an address: an IP address without a port.
    public func called(from address: String?) -> Model {
        providing(CallerAddress(text: address))
    }

    /// The number of the API token with which a program calls on behalf of the acting user; nil for a browser, a
    /// command or a job.
    public var token: Int64? { (try? service(CallerToken.self))?.id }

    /// The same environment for a program that came with an API token of the acting user.
    public func called(withToken id: Int64?) -> Model {
        providing(CallerToken(id: id))
    }
}
