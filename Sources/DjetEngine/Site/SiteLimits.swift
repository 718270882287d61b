/// How much a site takes from one request, and from one user.
public struct SiteLimits: Sendable {
    /// The longest value, JSON or an HTML form, in bytes. A mebibyte by default.
    public var value: Int
    /// The longest upload, in bytes. A gibibyte by default.
    public var upload: Int
    /// The longest address, path and query together, in bytes. 16 KiB by default.
    public var address: Int
    /// The longest that the tree in memory, and the rights in it, may be older than the last sign that a change of it would be
    /// heard. 10 seconds by default; such a sign comes every 3.
    public var treeAge: Duration
    /// How long an answer may take before it is given up with 503; 30 seconds by default. Waiting that the client
    /// asked for comes on top, and a body's own time. An event stream, once it has begun, lasts as long as its client.
    public var answer: Duration
    /// How long an upload or a download may take; two hours by default.
    public var transfer: Duration
    /// How many event streams, long polls and downloads one user may have open together; 100 by default. Of those who
    /// have not signed in, each address counts as one.
    public var waitsPerUser: Int
    /// How many jobs that have not ended one user may have, for another one to be offloaded over HTTP; 10,000 by default.
    public var jobsPerUser: Int
    /// How many bytes the stored files of one user may have together, for another one to be uploaded; 10 gibibytes by
    /// default.
    public var storagePerUser: Int

    /// The longest body of a route that wants none, or is open to everyone to sign in: 16 kB.
    static let short = 16 << 10

    /// The same, but no longer a value than a route takes.
    func narrowed(to longest: Int?) -> SiteLimits {
        var limits = self
        limits.value = min(value, longest ?? value)
        return limits
    }

    /// Limits.
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
