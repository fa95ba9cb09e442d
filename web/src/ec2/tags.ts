import {
  CreateTagsCommand,
  DeleteTagsCommand,
  DescribeTagsCommand,
  type ResourceType,
  type Tag,
  type TagSpecification,
} from '@aws-sdk/client-ec2'
import { ec2 } from '../data/ec2'
import { namedTags } from '../ui/TagsEditor'

/** The value of the tag Name, which EC2's lists show as the name of a thing. */
export function nameOf(tags: Tag[] | undefined): string | undefined {
  return tags?.find((tag) => tag.Key === 'Name')?.Value
}

/** How the tags of one thing are listed, set and removed. Changed is called after each change. */
export function tagsOf(id: string, changed = () => {}) {
  return {
    list: async () =>
      ((await ec2.send(new DescribeTagsCommand({ Filters: [{ Name: 'resource-id', Values: [id] }] }))).Tags ?? []).map(
        (tag) => ({ Key: tag.Key, Value: tag.Value }),
      ),
    put: (tags: Tag[]) => ec2.send(new CreateTagsCommand({ Resources: [id], Tags: tags })).then(changed),
    remove: (keys: string[]) =>
      ec2.send(new DeleteTagsCommand({ Resources: [id], Tags: keys.map((Key) => ({ Key })) })).then(changed),
  }
}

/** The tags of something that is to be made; undefined where it gets none. */
export function tagged(kind: ResourceType, tags: Tag[]): TagSpecification[] | undefined {
  const named = namedTags(tags)
  return named && [{ ResourceType: kind, Tags: named }]
}
