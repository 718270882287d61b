import Foundation

/// What a running server writes about itself into `postmaster.pid`, as far as it concerns us.
struct PostmasterFile {
    let processID: Int32
    let isReady: Bool

    /// Nil if there is no such file, or only the beginning of one.
    init?(inDataFolder data: String) {
        let file = "\(data)/postmaster.pid"
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let processID = Int32(first), processID > 0 else { return nil }
        self.processID = processID
        // Line 8 is the state, padded with blanks: starting, ready, stopping.
        self.isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    }

    /// Whether that process lives and really is the server of this data folder.
    ///
    /// The command line tells, because root may not look at another user's working folder in a container.
    func isRunning(inDataFolder data: String) -> Bool {
        let line = FileManager.default.contents(atPath: "/proc/\(processID)/cmdline")
        let words = (line ?? Data()).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return words.first?.hasSuffix("/postgres") == true && words.contains(data)
    }
}
