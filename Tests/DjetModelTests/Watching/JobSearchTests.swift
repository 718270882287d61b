import DjetModel
import Foundation
import Testing

/// A search's fields as texts.
@Suite struct JobSearchTests {
    @Test func everyFieldReadsTheTextThatItWrites() {
        let search = JobSearch(
            queue: "slow", status: .error, kind: "test.echo", worker: 3, user: "ada", tenant: "acme",
            tag: "spring", group: GroupID(7), since: Date(timeIntervalSince1970: 0),
            until: Date(timeIntervalSince1970: 86_400), text: "a b", order: .oldest)
        var copy = JobSearch()
        for field in JobSearch.Field.allCases {
            #expect(copy[field] == nil)
            copy[field] = search[field]
            #expect(copy[field] != nil, "\(field)")
        }
        #expect(copy == search)
    }

    @Test(arguments: [
        (JobSearch.Field.status, "unknown"), (.worker, "three"), (.group, "0"), (.since, "soon"),
        (.until, ""),
    ])
    func aTextThatAFieldCannotHoldSetsNil(field: JobSearch.Field, text: String) {
        var search = JobSearch(status: .error, worker: 3, group: GroupID(7), since: .now, until: .now)
        search[field] = text
        #expect(search[field] == nil)
    }

    @Test func aBrowsersTimeIsInUTC() {
        var search = JobSearch()
        search[.since] = "2026-11-22T10:00"
        #expect(search[.since] == "2026-11-22T10:00:00Z")
    }
}
