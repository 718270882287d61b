/// The limits of a site on one request, and on one user.
public struct SiteLimits: Sendable {
    /// The longest value, JSON or an HTML form, in bytes; a mebibyte by default.
    public var value: Int
    /// The longest upload, in bytes; a gibibyte by default.
    public var upload: Int
    /// The longest address, path and query together, in bytes; 16 KiB by default.
    public var address: Int
    /// The longest time since the last sign that a change of the tree would be heard. The tree in memory,
    /// with its rights, is not used beyond it. 10 seconds by default; a sign comes every 3.
    public var treeAge: Duration
    /// The longest time for an answer, which is then given up with 503; 30 seconds by default. A wait that
    /// the client asks for and a body's own time come on top. An event stream, once begun, lasts as long as
    /// its client.
    public var answer: Duration
    /// The longest time for an upload or a download; two hours by default.
    public var transfer: Duration
    /// The most event streams, long polls and downloads that one user may have open together; 100 by default.
    /// Each address counts as one user if nobody has signed in.
    public var waitsPerUser: Int
    /// The number of unfinished jobs at which a user can offload no more over HTTP; 10,000 by default.
    public var jobsPerUser: Int
    /// The bytes of stored files at which a user can upload no more; 10 gibibytes by default.
    public var storagePerUser: Int

    /// The longest body of a route that takes none, or that signs people in: 16 KiB.
    static let short = 16 << 10

    /// Returns the same limits, with the longest value no longer than a route takes.
    func narrowed(to longest: Int?) -> SiteLimits {
        var limits = self
        limits.value = min(value, longest ?? value)
        return limits
    }

    /// Creates limits.
    public init(
        value: Int = 1 << 20, upload: Int = 1 << 30, address: Int = 16 << 10,
        treeAge: Duration = .seconds(10), answer: Duration = .seconds(30),
        transfer: Duration = .seconds(7_200), waitsPerUser: Int = 100,
        jobsPerUser: Int = 10_000, storagePerUser: Int = 10 << 30
    ) {
        self.value = value
        self.upload = upload
        self.address = address
        self.treeAge = treeAge
        self.answer = answer
        self.transfer = transfer
        self.waitsPerUser = waitsPerUser
        self.jobsPerUser = jobsPerUser
        self.storagePerUser = storagePerUser
    }
}
