import ArgumentParser
import DjetModel

/// The ticket of one job, or the flags that choose many, for an action.
struct JobChoice: ParsableArguments {
    @Argument(
        help: "The ticket: queue and number, such as slow.42. Without it, the filters choose the jobs.",
        transform: TicketID.typed)
    var ticket: TicketID?
    @OptionGroup(title: "Filters") var filter: JobSearchOptions
    @Flag(help: "Every job whose status allows it.") var all = false
    @Flag(help: "Change many jobs without a question.") var yes = false
    @Flag(help: "Print JSON: {\"ticket\": …, \"status\": …}; of many jobs {\"amount\": …, \"done\": …}.")
    var json = false

    func validate() throws {
        let isFiltered = filter.search != JobSearch()
        if all, isFiltered {
            throw ValidationError("--all means every job: leave it out, or the filters")
        }
        if ticket != nil, all || isFiltered {
            throw ValidationError("a ticket names one job, and filters choose many: leave one of them out")
        }
        if ticket == nil, !all, !isFiltered {
            throw ValidationError(
                "no job is named: name a ticket such as slow.42, filters such as --queue slow, or --all")
        }
    }
}
