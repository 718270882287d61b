/// Where a node sends its visitors instead of answering.
public struct Redirect: Codable, Sendable, Hashable {
    /// A path of the same site, or an address that begins with `https://` or `http://`.
    public var to: String
    /// 301, 302, 307 or 308.
    public var status: Int

    /// A redirect; permanent, and keeping the method, unless told otherwise.
    public init(to: String, status: Int = 308) {
        self.to = to
        self.status = status
    }
}
