/// How much a site takes from one request.
public struct SiteLimits: Sendable {
    /// The longest value, JSON or an HTML form, in bytes. A mebibyte by default.
    public var value: Int
    /// The longest upload, in bytes. A gibibyte by default.
    public var upload: Int
    /// The longest that the tree in memory, and the rights in it, may be older than the last sign that a change of it would be
    /// heard. 10 seconds by default; such a sign comes every 3.
    public var treeAge: Duration

    /// The longest body of a route that wants none, or is open to everyone to sign in: 16 kB.
    static let short = 16 << 10

    /// The same, but no longer a value than a route takes.
    func narrowed(to longest: Int?) -> SiteLimits {
        SiteLimits(value: min(value, longest ?? value), upload: upload)
    }

    /// Limits.
    public init(value: Int = 1 << 20, upload: Int = 1 << 30, treeAge: Duration = .seconds(10)) {
        self.value = value
        self.upload = upload
        self.treeAge = treeAge
    }
}
