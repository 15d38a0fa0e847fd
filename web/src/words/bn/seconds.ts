export const seconds = {
  'seconds.askedBy': '{who} এটি চেয়েছেন:',
  'seconds.askedMine': 'আরেকজন কর্মকর্তার সম্মতির অপেক্ষা।',
  'seconds.askedOther': 'একমত হলে আপনিও একই সিদ্ধান্ত দিন।',
}
