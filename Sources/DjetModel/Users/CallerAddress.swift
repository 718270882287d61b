/// The address of the caller, for the audit and the throttle of sign-in.
struct CallerAddress: Sendable {
    let text: String?
}

/// The API token of the calling program, for the rules of the tree: the program may do no more than the
/// token.
struct CallerToken: Sendable {
    let id: Int64?
}

extension Model {
    /// The address of the person on whose behalf the model acts; nil if it is unknown, or for a command.
    public var address: String? { (try? service(CallerAddress.self))?.text }

    /// Returns the same environment for a caller at an IP address without a port.
    public func called(from address: String?) -> Model {
        providing(CallerAddress(text: address))
    }

    /// The number of the calling program's API token; nil for a browser, a command or a job.
    public var token: Int64? { (try? service(CallerToken.self))?.id }

    /// Returns the same environment for a program with an API token of the acting user.
    public func called(withToken id: Int64?) -> Model {
        providing(CallerToken(id: id))
    }
}
