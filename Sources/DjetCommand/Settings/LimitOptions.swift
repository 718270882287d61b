import ArgumentParser
import DjetEngine

/// The flags that limit a web server's clients, users and requests.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The maximum number of connected clients (default: 10000).", valueName: "n"))
    var clients: String?

    @Option(
        help: ArgumentHelp(
            """
            The maximum number of them per address (default: 256; this machine itself has no limit). Behind proxies, \
            the maximum number of an address's requests that are answered at once.
            """, valueName: "n"))
    var clientsPerAddress: String?

    @Option(
        help: ArgumentHelp(
            "The maximum number of a user's open event streams and long polls (default: 100).", valueName: "n"
        ))
    var waitsPerUser: String?

    @Option(
        help: ArgumentHelp(
            "The maximum number of a user's live jobs (default: 10000).", valueName: "n"))
    var jobsPerUser: String?

    @Option(
        help: ArgumentHelp(
            "The maximum total size of a user's stored files (default: 10000).",
            valueName: "megabytes"))
    var storagePerUser: String?

    @Option(help: ArgumentHelp("The time limit of an answer (default: 30).", valueName: "seconds"))
    var answerLimit: String?

    @Option(
        help: ArgumentHelp("The time limit of an upload or a download (default: 7200).", valueName: "seconds")
    )
    var transferLimit: String?

    @Option(
        help: ArgumentHelp(
            "The time limit for receiving the head of a request (default: 10).", valueName: "seconds"))
    var headLimit: String?

    @Option(
        help: ArgumentHelp(
            "The minimum rate at which a request's body must arrive (default: 1000).", valueName: "bytes"))
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
