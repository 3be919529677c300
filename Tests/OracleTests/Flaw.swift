/// A mistake that a computation of coverage could make. The oracle can make each of them, to show that
/// the worlds would notice.
enum Flaw: CaseIterable {
  // What is taken back.
  case countsVoidSessions, countsVoidCompletions, countsVoidPeople
  case restoresNothing, oneRestoreClearsAllVoids
  case forgetsCorrections, forgetsMarkChanges

  // What counts.
  case countsBroadcasts, forgetsSessionsWithoutCourse, forgetsCompletions
  case livesThereOnlyOnceRegistered, countsTheNextDay
  case keepsResultsForEver, takesMonthsForThirtyDays
  case keepsTheFirstProgramme, takesTheLastProgramme
  case countsAttendancesNotPeople, wantsOneCourseLess, acceptsAnyGrade

  // Links.
  case countsLinkedTwice, theLargestIDIsThePerson, voidPeopleLinkNobody
  case forgetsUnlinks, unlinksTheDirectLinkOnly, unlinksOneWayOnly, unlinksTheWholeGroup
  case forgetsDistinctions

  // Homes and deaths.
  case forgetsMoves, forgetsMovesAway, movesOnTheDayOfRecording, theFirstMoveOfADayHolds
  case theFirstSpellDoesNotReachBack, theRegistrationHoldsOverAMove, theUnknownHoldsOverTheKnown
  case forgetsAmendedHomes, forgetsAmendedDays
  case countsTheDead, countsTheDeadOnTheirDay, theLastDeathCounts, onlyTheirOwnDeathCounts
  case nobodyRevives

  // Lists.
  case takesTheSameBytesAgain, forgetsKeys, forgetsTheSource, takesAnybodyWithTheKey
  case voidPeopleKeepTheirKeys
  case asksDespiteThePhone, asksDespiteTheTeam, attachesWhoeverLooksAlike, neverAsks
  case forgetsTheNamesakeNextDoor, forgetsWhomTheTeamKnows
  case takesLinkedForSeveral
  case changesNothing, overwritesWhatWasCorrected, comparesWithTheFirstEdition, emptyCellsClear
  case amendsInsteadOfMoving, theSuccessorIsAnotherPlace, takesOutWhoIsMissing
  case seatsOnePersonTwice

  // Lists that are undone.
  case undoKeepsEverything, undoKeepsMarks, undoKeepsMoves, undoKeepsAmendments
  case undoNeverStops, undoSparesNobody, undoSparesNoAttendees, redoesNothing

  // Places.
  case forgetsFormerUnits, countsOutsiders, leavesOutTheUnallocated
  case averagesPercentages, countsUnitsWithoutPopulation
  case takesTheLastDeadline, takesTheNewestPopulation
  case guessesTheFormerUnit, forgetsWhoseFormerUnitIsUnknown, unallocatesWhoseFormerUnitIsUnknown
  case bringsNobodyBack, takesTheFollowerForTheCity, leavesOutWhoseFormerUnitIsUnknown
}
