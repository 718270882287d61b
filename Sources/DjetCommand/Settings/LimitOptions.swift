import ArgumentParser
import DjetEngine

/// The flags that limit a web server's clients, users and requests.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many may be connected at a time (default: 10000).", valueName: "n"))
    var clients: String?

    @Option(
        help: ArgumentHelp(
            """
            How many of them from one address (default: 256; from this machine itself any number). Behind proxies, how \
            many of one address's requests are answered at a time.
            """, valueName: "n"))
    var clientsPerAddress: String?

    @Option(
        help: ArgumentHelp(
            "How many event streams and long polls one user may have open (default: 100).", valueName: "n"))
    var waitsPerUser: String?

    @Option(
        help: ArgumentHelp(
            "How many jobs that have not ended one user may have (default: 10000).", valueName: "n"))
    var jobsPerUser: String?

    @Option(
        help: ArgumentHelp(
            "How much the stored files of one user may have together (default: 10000).",
            valueName: "megabytes"))
    var storagePerUser: String?

    @Option(help: ArgumentHelp("How long an answer may take (default: 30).", valueName: "seconds"))
    var answerLimit: String?

    @Option(
        help: ArgumentHelp("How long an upload or a download may take (default: 7200).", valueName: "seconds")
    )
    var transferLimit: String?

    @Option(
        help: ArgumentHelp(
            "Within what time the head of a request must have come (default: 10).", valueName: "seconds"))
    var headLimit: String?

    @Option(
        help: ArgumentHelp(
            "How many bytes of a body must come in a second (default: 1000).", valueName: "bytes"))
    var bodyRate: String?

    /// Returns the limits on connections: flags over environment over defaults. Throws `CommandFailure` for a
    /// number out of range.
    func connections(_ environment: EnvironmentSettings) throws -> ConnectionLimits {
        let anyAddress = clientsPerAddress == nil && environment.value(of: "clients-per-address") == nil
        return ConnectionLimits(
            clients: try whole("clients", clients, environment, 10_000, in: 1...1_000_000),
            clientsPerAddress: anyAddress
                ? nil
                : try whole("clients-per-address", clientsPerAddress, environment, 256, in: 1...1_000_000),
            head: .seconds(try whole("head-limit", headLimit, environment, 10, in: 1...3_600)),
            bodyRate: try whole("body-rate", bodyRate, environment, 1_000, in: 0...1_000_000_000))
    }

    /// Returns the limits on requests and users, in the same way.
    func site(_ environment: EnvironmentSettings) throws -> SiteLimits {
        SiteLimits(
            answer: .seconds(try whole("answer-limit", answerLimit, environment, 30, in: 1...86_400)),
            transfer: .seconds(
                try whole("transfer-limit", transferLimit, environment, 7_200, in: 1...604_800)),
            waitsPerUser: try whole("waits-per-user", waitsPerUser, environment, 100, in: 1...1_000_000),
            jobsPerUser: try whole("jobs-per-user", jobsPerUser, environment, 10_000, in: 1...1_000_000_000),
            storagePerUser: 1_000_000
                * (try whole("storage-per-user", storagePerUser, environment, 10_000, in: 1...1_000_000_000)))
    }

    private func whole(
        _ name: String, _ flag: String?, _ environment: EnvironmentSettings, _ usual: Int,
        in range: ClosedRange<Int>
    ) throws -> Int {
        try NumberSetting.number(name, flag, environment.value(of: name), usual, in: range)
    }
}
