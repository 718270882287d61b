import DjetModel

/// A retention set by a flag, or else by the environment, or else by the program.
enum RetentionSetting {
    /// Returns the retention: days for all ended jobs, such as `30`, or days by status, such as
    /// `finished=7,error=90`. Throws `CommandFailure`, which names the origin of a wrong one.
    static func retention(_ flag: String?, _ variable: String?) throws -> Retention {
        guard let text = flag ?? variable else { return Retention() }
        if let retention = days(text).map({ Retention($0) }) ?? byStatus(text) { return retention }
        let origin = flag == nil ? EnvironmentSettings.variable(of: "retention") : "--retention"
        throw CommandFailure(
            flag == nil ? .configuration : .usage,
            """
            \(origin) must be a number from 1 to 36500, or numbers by status, such as finished=7,error=90,cancelled=30 \
            (got “\(text)”)
            """)
    }

    /// Reads days by status; nil for any other text, and for a status that is named twice.
    private static func byStatus(_ text: String) -> Retention? {
        var terms: [JobStatus: Duration] = [:]
        for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = entry.split(separator: "=", omittingEmptySubsequences: false)
                .map { String($0.trimmingPrefix { $0 == " " }) }
            guard words.count == 2, let status = JobStatus(rawValue: words[0]), status.isEnded,
                terms[status] == nil, let term = days(words[1])
            else { return nil }
            terms[status] = term
        }
        return Retention(
            finished: terms[.finished], error: terms[.error], cancelled: terms[.cancelled])
    }

    /// Reads a number of days; nil if it is out of range or no number.
    private static func days(_ text: String) -> Duration? {
        guard let number = Int(text), (1...36_500).contains(number) else { return nil }
        return .seconds(86_400 * number)
    }
}
