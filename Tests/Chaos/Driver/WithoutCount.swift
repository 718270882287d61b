import DjetTestSupport

/// The end of a group, changed to go without a count: every other group ends at the first look at it, and the
/// rest never.
enum WithoutCount {
    static let changes = [
        FunctionChange(
            "jobmachine.settle_group(bigint)",
            [
                "and g.finished + g.failed + g.cancelled >= g.jobs": "and g.id % 2 = 1",
                "or one.finished + one.failed + one.cancelled < one.jobs\n": "\n",
                "and i.ended_at is null)": "and false)",
                "if jobmachine.is_group_live(one.id) then": "if false then",
            ])
    ]
}
