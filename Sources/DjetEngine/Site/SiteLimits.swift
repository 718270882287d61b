/// How much a site takes from one request.
public struct SiteLimits: Sendable {
    /// The longest value, JSON or an HTML form, in bytes. A mebibyte by default.
    public var value: Int
    /// The longest upload, in bytes. A gibibyte by default.
    public var upload: Int

    /// Limits.
    public init(value: Int = 1 << 20, upload: Int = 1 << 30) {
        self.value = value
        self.upload = upload
    }
}
