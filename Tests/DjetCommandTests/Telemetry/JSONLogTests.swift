import DjetStore
import Foundation
import Logging
import Testing

@testable import DjetCommand

/// The log as JSON: each event is one line, whatever it says.
@Suite struct JSONLogTests {
    private func line(_ body: (Logger) -> Void) throws -> [String: Any] {
        let written = Guarded("")
        let logger = Logger(label: "test") { label in
            JSONLogHandler(label: label) { line in written.withLock { $0 += line } }
        }
        body(logger)
        let text = written.withLock { $0 }
        #expect(text.hasPrefix(#"{"time":""#) && text.hasSuffix("}\n"))
        #expect(text.count { $0 == "\n" } == 1)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func anEventIsOneLineWhateverItSays() throws {
        let odd = "a \"quote\"\nand\u{0}\u{1F} more\u{2028}"
        let line = try line { $0.warning("\(odd)", metadata: ["why": "\(odd)"]) }
        #expect(line["message"] as? String == odd && line["why"] as? String == odd)
        #expect(line["level"] as? String == "warning" && line["logger"] as? String == "test")
    }

    @Test func numbersAndListsStayWhatTheyAre() throws {
        let line = try line { logger in
            logger.info(
                "m",
                metadata: [
                    "attempt": .stringConvertible(3), "seconds": .stringConvertible(0.012345),
                    "odd": .stringConvertible(Double.nan), "is": .stringConvertible(true),
                    "list": ["a", ["b": "c"]],
                ])
        }
        #expect(line["attempt"] as? Int == 3 && line["seconds"] as? Double == 0.012345)
        #expect(line["odd"] as? String == "nan" && line["is"] as? Bool == true)
        #expect((line["list"] as? [Any])?.count == 2)
    }

    @Test func aJobIsNamedByItsTicketAndNoNameHidesAnother() throws {
        let line = try line { logger in
            var logger = logger
            logger[metadataKey: "job"] = "slow.42"
            logger.info("right", metadata: ["message": "wrong", "time": "never"])
        }
        #expect(line["ticket"] as? String == "slow.42" && line["job"] == nil)
        #expect(line["message"] as? String == "right" && line["message_"] as? String == "wrong")
        #expect(line["time"] as? String != "never")
    }
}
