import { Checkboxes, type Choice, Radios } from '../forms/choices.tsx'
import { FileInput } from '../forms/file-input.tsx'
import { Select } from '../forms/select.tsx'
import { Sample } from './sample.tsx'
import type { PartProps } from './view.tsx'

export function ChoicesPart({ text }: PartProps) {
  return (
    <>
      <SelectSamples text={text} />
      <RadioSamples text={text} />
      <CheckboxSamples text={text} />
      <FileSamples text={text} />
    </>
  )
}

function SelectSamples({ text }: PartProps) {
  const words = text.choices
  const options = words.provinces.map((name, at) => ({ value: String(at), text: name }))
  const errors = [{ field: 'province-wrong', text: words.provinceError }]
  return (
    <Sample name={`${words.province}: select`}>
      <Select name="province" label={words.province} options={options} />
      <Select name="province-wrong" label={words.province} options={options} errors={errors} />
      <Select name="province-off" label={words.province} options={options} value="2" isDisabled />
    </Sample>
  )
}

function RadioSamples({ text }: PartProps) {
  const words = text.choices
  const [electronic = '', desk = '', post = ''] = words.receiveChoices
  const choices: Choice[] = [
    { value: 'electronic', text: electronic },
    { value: 'desk', text: desk },
    { value: 'post', text: post, hint: words.postalHint },
  ]
  const errors = [{ field: 'receive-wrong', text: words.receiveError }]
  const yesNo: Choice[] = [
    { value: 'yes', text: words.yes },
    { value: 'no', text: words.no, isDisabled: true },
  ]
  return (
    <Sample name={`${words.receive}: radios`}>
      <Radios name="receive" label={words.receive} choices={choices} value="desk" />
      <Radios name="receive-wrong" label={words.receive} choices={choices} errors={errors} />
      <Radios name="known" label={words.yesNo} choices={yesNo} isInline />
      <Radios name="receive-small" label={words.receive} choices={choices} isSmall value="electronic" />
    </Sample>
  )
}

function CheckboxSamples({ text }: PartProps) {
  const words = text.choices
  const papers = words.paperChoices.map((name, at) => ({ value: String(at), text: name }))
  const errors = [{ field: 'declaration', text: words.declarationError }]
  return (
    <Sample name={`${words.papers}: checkboxes`}>
      <Checkboxes name="papers" label={words.papers} choices={papers} values={['0', '2']} />
      <Checkboxes
        name="papers-small"
        label={words.papers}
        choices={papers}
        values={['1']}
        isSmall
        isOptional
      />
      <Checkboxes
        name="declaration"
        label={words.declaration}
        choices={[{ value: 'yes', text: words.declarationChoice }]}
        errors={errors}
      />
    </Sample>
  )
}

function FileSamples({ text }: PartProps) {
  const words = text.choices
  const types = ['pdf', 'jpg', 'png']
  const errors = [{ field: 'file-wrong', text: words.fileError }]
  return (
    <Sample name={`${words.file}: file`}>
      <FileInput name="file" label={words.file} types={types} maxSizeMegabytes={10} />
      <FileInput
        name="file-wrong"
        label={words.files}
        hint={words.filesHint}
        types={types}
        maxSizeMegabytes={10}
        maxCount={5}
        errors={errors}
        usesCamera
      />
    </Sample>
  )
}
