import DjetModel
import Testing

@testable import DjetJobmachine

/// The environments of jobs, which are often the same for many of a claim.
@Suite struct EnvironmentReaderTests {
    @Test func eachJobHasItsOwnEnvironment() {
        var reader = EnvironmentReader()
        let users = [
            #"{"user": "ada"}"#, #"{"user": "ada"}"#, "{}", #"{"user": "bob"}"#, #"{"user": "ada"}"#,
        ]
        .map { reader.read($0).environment.user }
        #expect(users == ["ada", "ada", nil, "bob", "ada"])
    }

    @Test func theFaultOfOneIsNotThatOfTheNext() {
        var reader = EnvironmentReader()
        let faults = [#"{"user": 7}"#, #"{"user": 7}"#, #"{"user": "ada"}"#, "{}"].map {
            reader.read($0).fault != nil
        }
        #expect(faults == [true, true, false, false])
    }
}
