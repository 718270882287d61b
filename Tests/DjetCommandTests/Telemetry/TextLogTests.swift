import DjetStore
import Logging
import Testing

@testable import DjetCommand

/// The log as text.
@Suite struct TextLogTests {
    @Test func anEventIsOneLineWhateverItSays() {
        let written = Guarded("")
        let logger = Logger(label: "test") { label in
            StreamLogHandler(label: label, stream: TextLogStream { line in written.withLock { $0 += line } })
        }
        logger.warning("a\nb", metadata: ["error": "c\r\n\u{1B}[2Jd\r"])
        let line = written.withLock { $0 }
        #expect(line.contains(" warning test: error=c   [2Jd  [") && line.hasSuffix("] a b\n"), "\(line)")
        #expect(line.utf8.count { $0 < 0x20 } == 1)
    }
}
