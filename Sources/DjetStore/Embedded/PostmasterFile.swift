import Foundation

/// The parts of `postmaster.pid` that Djet uses. A running server writes this file.
struct PostmasterFile {
    let processID: Int32
    let isReady: Bool

    /// Returns nil if the file is missing or incomplete.
    init?(inDataFolder data: String) {
        let file = "\(data)/postmaster.pid"
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let processID = Int32(first), processID > 0 else { return nil }
        self.processID = processID
        // Line 8 is the state, padded with blanks: starting, ready, stopping.
        self.isReady = lines.count > 7 && lines[7].hasPrefix("ready")
    }

    /// Returns true if that process lives and is the server of this data folder.
    ///
    /// It reads the command line, since in a container root may not read another user's working folder.
    func isRunning(inDataFolder data: String) -> Bool {
        let line = FileManager.default.contents(atPath: "/proc/\(processID)/cmdline")
        let words = (line ?? Data()).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return words.first?.hasSuffix("/postgres") == true && words.contains(data)
    }
}
