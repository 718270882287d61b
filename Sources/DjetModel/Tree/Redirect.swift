/// The redirect of a node to another address.
public struct Redirect: Codable, Sendable, Hashable {
    /// A path of the same site, or an address that begins with `https://` or `http://`.
    public var to: String
    /// The status: 301, 302, 307 or 308.
    public var status: Int

    /// Creates a redirect; by default it is permanent and keeps the method.
    public init(to: String, status: Int = 308) {
        self.to = to
        self.status = status
    }
}
