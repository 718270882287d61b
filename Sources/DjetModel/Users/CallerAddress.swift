/// From where somebody calls the model, for the audit and for the throttle of signing in.
struct CallerAddress: Sendable {
    let text: String?
}

extension Model {
    /// From where the person calls on whose behalf the model acts; nil if that is not known, or if it is a
    /// command.
    public var address: String? { (try? service(CallerAddress.self))?.text }

    /// The same environment for somebody at an address: an IP address without a port.
    public func called(from address: String?) -> Model {
        providing(CallerAddress(text: address))
    }
}
